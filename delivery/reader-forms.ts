import type { FormHandler } from "./forms/form-answer.ts";
import { answerManage } from "./forms/manage.ts";
import { answerPreviewNote } from "./forms/preview-note.ts";
import { answerReply } from "./forms/reply.ts";
import { answerReport } from "./forms/report.ts";
import { answerStopMail, isStopMailPath } from "./forms/stop-mail.ts";

/** Who answers a reader's form, by the value of its hidden field `form`. */
export const readerForms: Readonly<Record<string, FormHandler>> = {
  reply: answerReply,
  manage: answerManage,
  report: answerReport,
  "stop-mail": answerStopMail,
  "preview-note": answerPreviewNote,
};

/** Who answers a post that no page of ours sent: a mail program's one click. Its path is a secret, and does one thing. */
export const oneClick = (path: string): FormHandler | undefined => (isStopMailPath(path) ? answerStopMail : undefined);
