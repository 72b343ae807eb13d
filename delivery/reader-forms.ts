import type { FormHandler } from "./forms/form-answer.ts";
import { answerReply } from "./forms/reply.ts";

/** Who answers a reader's form, by the value of its hidden field `form`. */
export const readerForms: Readonly<Record<string, FormHandler>> = {
  reply: answerReply,
};
