import type { IncomingMessage, ServerResponse } from "node:http";
import { TooManyWaiting } from "#core/few-at-once";
import { ownTurn } from "#core/own-turn";
import { isDatabaseBusy } from "#db/client";
import { type FormBodyRefusal, readFormBody } from "./form-body.ts";
import type { FormAnswer, FormHandler, PostedForm } from "./forms/form-answer.ts";
import { newPageContext } from "./page-context.ts";
import { sendElsewhere, sendWords } from "./plain-answer.ts";
import { readerAddress } from "./reader-address.ts";
import type { Render } from "./render.ts";
import { isFromThisSite } from "./same-origin.ts";
import { securityHeaders } from "./security-headers.ts";
import type { ProxyTrust } from "./trusted-proxy.ts";

const refusals: Record<FormBodyRefusal, { status: number; words: string }> = {
  "wrong-type": { status: 415, words: "A form is sent as application/x-www-form-urlencoded or multipart/form-data." },
  "too-large": { status: 413, words: "This form is larger than 64 KB. Please shorten what you wrote." },
  unreadable: { status: 400, words: "This form could not be read. Please go back and send it again." },
  file: { status: 400, words: "Files cannot be sent with this form." },
};

export type FormsGiven = {
  forms: Readonly<Record<string, FormHandler>>;
  /** Who answers posts to a path whatever page, or none, they come from. */
  oneClick: (path: string) => FormHandler | undefined;
  render: Render;
  /** Finishes a page's HTML as for any reader. */
  finish: (html: string) => Promise<{ content: Buffer; styles: string | undefined }>;
  trust: ProxyTrust;
  /** The host readers use, where it is configured. */
  publicHost: string | undefined;
  /** Headers of a reader page. */
  pageHeaders: (secure: boolean, styles: string | undefined) => readonly string[];
};

/** Programs want every answer as data; our own script wants a refused form as the page that shows what to mend. */
const wantsData = ({ headers: { accept = "" } }: IncomingMessage) => accept.startsWith("application/json");
const wantsPageIfRefused = ({ headers: { accept = "" } }: IncomingMessage) => accept === "application/json, text/html";

type Refused = Extract<FormAnswer, { kind: "refused" }>;

const waiting = ({ retryAfter }: Pick<Refused, "retryAfter">): string[] =>
  retryAfter === undefined ? [] : ["Retry-After", String(retryAfter)];

function sendData(
  response: ServerResponse,
  status: number,
  data: unknown,
  secure: boolean,
  headers: readonly string[] = [],
): void {
  const body = Buffer.from(JSON.stringify(data));
  const head = ["Content-Type", "application/json; charset=utf-8", "Content-Length", String(body.length)];
  response
    .writeHead(status, [...head, "Cache-Control", "no-store", ...securityHeaders("file", secure), ...headers])
    .end(body);
}

/**
 * Answers a form that was posted to a reader page: reads it, hands it to who answers forms of its name, and sends its
 * writer on, or renders the same page anew with every typed word in it, which is kept nowhere.
 */
export async function answerForm(given: FormsGiven, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const sender = given.trust.sender(request);
  const { secure } = sender;
  const hosts = [sender.host, ...(given.publicHost ? [given.publicHost] : [])];
  const address = readerAddress(request.url ?? "/");
  const unasked = address.kind === "page" ? given.oneClick(address.path) : undefined;
  if (!unasked && !isFromThisSite(request, hosts)) {
    return sendWords(request, response, {
      status: 403,
      words: "This form was not sent from a page of this site.",
      secure,
    });
  }
  if (address.kind !== "page")
    return sendWords(request, response, { status: 404, words: "There is no such page.", secure });
  const read = await readFormBody(request);
  if (!read.ok) return sendWords(request, response, { ...refusals[read.reason], secure });
  const handler = unasked ?? namedHandler(given, read.value.form ?? "");
  if (!handler) return sendWords(request, response, { status: 400, words: "There is no such form.", secure });
  const posted = { fields: read.value, path: address.path, network: sender.address };
  // Each takes longer than some ten readers of kept pages, who come in between.
  await ownTurn();
  const answer = await handler(posted, new Date()).catch((error: unknown) => {
    if (unasked || !isDatabaseBusy(error)) throw error;
    return waitAMoment(posted);
  });
  if (answer.kind === "refused" && wantsPageIfRefused(request)) {
    // Browsers report a status of 422 to the console as an error; to the script it is an answer like another.
    return sendRefused(given, { ...answer, status: 200 }, address.path, request, response, secure);
  }
  if (wantsData(request)) return answerWithData(answer, response, secure);
  switch (answer.kind) {
    case "see-other":
      return sendElsewhere(request, response, { status: 303, to: answer.to, secure });
    case "told":
      return sendWords(request, response, { status: 200, words: answer.words, secure });
    case "no-such-page":
      return sendWords(request, response, { status: 404, words: "There is no such page.", secure });
    case "refused":
      return sendRefused(given, answer, address.path, request, response, secure);
  }
}

/** While another process writes, an import say: the same form with every word in it, to be sent again. */
function waitAMoment({ fields }: PostedForm): FormAnswer {
  const words =
    "This could not be kept just now: much is being changed here at once. Please send it again in a few minutes.";
  return {
    kind: "refused",
    status: 503,
    retryAfter: 120,
    form: { name: fields.form ?? "", values: fields, errors: { form: words } },
  };
}

/** Where even the page that would show what to mend has no turn. The browser has the words still, on the page before. */
const crowded = {
  status: 503,
  words:
    "More is sent here just now than can be answered. Please go back, where your words are, and send it again in a minute.",
  headers: ["Retry-After", "60"],
};

const namedHandler = ({ forms }: FormsGiven, name: string) => (Object.hasOwn(forms, name) ? forms[name] : undefined);

function answerWithData(answer: FormAnswer, response: ServerResponse, secure: boolean): void {
  if (answer.kind === "see-other") sendData(response, 200, { to: answer.to }, secure);
  else if (answer.kind === "told") sendData(response, 200, { done: answer.words }, secure);
  else if (answer.kind === "no-such-page")
    sendData(response, 404, { errors: { form: "There is no such page." } }, secure);
  else sendData(response, answer.status, { errors: answer.form.errors }, secure, waiting(answer));
}

async function sendRefused(
  given: FormsGiven,
  { status, form, ...refused }: Pick<Refused, "form" | "retryAfter"> & { status: 200 | Refused["status"] },
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  secure: boolean,
): Promise<void> {
  const rendered = await given.render(path, newPageContext(form)).catch((error: unknown) => {
    if (error instanceof TooManyWaiting) return undefined;
    throw error;
  });
  if (!rendered) return sendWords(request, response, { ...crowded, secure });
  if (rendered.status !== 200) throw new Error(`The page of a refused form answered ${rendered.status}.`);
  const { content, styles } = await given.finish(rendered.body.toString());
  const length = ["Content-Length", String(content.length)];
  const head = ["Content-Type", "text/html; charset=utf-8", ...length, ...waiting(refused)];
  response
    .writeHead(status, [...head, "Cache-Control", "private, no-store", ...given.pageHeaders(secure, styles)])
    .end(content);
}
