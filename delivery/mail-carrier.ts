import { setTimeout as rest } from "node:timers/promises";
import { fewAtOnce } from "#core/few-at-once";
import { transaction } from "#db/client";
import { issueLink } from "#db/commenter-links";
import { findOwnComment } from "#db/commenters-own";
import { findPageOfComment } from "#db/comments-published";
import { environment } from "#db/environment";
import { findFollow } from "#db/follows";
import { findRecipient, forgetMail, listWaitingMail, postponeMail, type WaitingMail } from "#db/mail-queue";
import { listRepliesToTell, noteTold } from "#db/reply-notices";
import { readSettings } from "#db/settings";
import { type Letter, mailRoute, manyLettersTransport } from "#exchange/mail-transport";
import { postedLetter, repliesLetter } from "./commenter-mail.ts";
import type { Log } from "./log.ts";

/** Takes one letter to one address, or throws what the server answered. */
type Send = (to: string, letter: Letter) => Promise<unknown>;

const AT_ONCE = 20;
/** So many are carried in this time at most: letters can wait, and who reads or comments meanwhile shall not. */
const ROUND_MS = 400;
/** More than a letter is read for; it says how many more there are. */
const MOST_REPLIES_IN_A_LETTER = 20;
/** Letters under way at the same time. */
const inLanes = fewAtOnce(4);
const LOOK_EVERY_MS = 2_000;

/** Looks after the mail while the publication is served. Returns how to stop; what is under way is finished first. */
export function carryMail(log: Log): () => Promise<void> {
  const stopping = new AbortController();
  let round: Promise<unknown> = Promise.resolve();
  const look = () => {
    round = deliverMail(new Date(), log, undefined, stopping.signal).catch((error: unknown) =>
      log.error({ error }, "Mail could not be looked after"),
    );
    return round;
  };
  let timer: NodeJS.Timeout | undefined;
  const next = () => {
    if (!stopping.signal.aborted) timer = setTimeout(() => void look().finally(next), LOOK_EVERY_MS).unref();
  };
  next();
  return async () => {
    stopping.abort();
    clearTimeout(timer);
    await round;
  };
}

/**
 * Sends what waits, however much that is, some fifty a second. A letter is written now, with a link made now; one that the
 * server refuses is tried again later, and where it takes none of some twenty it is left alone for this time. Returns how
 * many letters left.
 */
export async function deliverMail(
  now: Date,
  log: Pick<Log, "warn">,
  send?: Send,
  stopping?: AbortSignal,
): Promise<number> {
  let waiting = await listWaitingMail(AT_ONCE, now);
  if (waiting.length === 0) return 0;
  const { name } = await readSettings();
  const { PUBLIC_URL, PORT } = environment();
  const publication = { name, address: PUBLIC_URL ?? `http://localhost:${PORT}` };
  const { server, sender } = await mailRoute();
  const from = { name, box: "comments", address: sender } as const;
  const office = send ? { send, close: () => undefined } : manyLettersTransport(from, server);
  let sent = 0;
  try {
    while (waiting.length > 0 && !stopping?.aborted) {
      const began = Date.now();
      const outcomes = await Promise.all(
        waiting.map((mail) => inLanes(() => deliver(mail, office.send, publication, log, now))),
      );
      sent += outcomes.filter((outcome) => outcome === "sent").length;
      if (outcomes.every((outcome) => outcome === "postponed")) break;
      waiting = await listWaitingMail(AT_ONCE, now);
      if (waiting.length > 0)
        await rest(began + ROUND_MS - Date.now(), undefined, { signal: stopping }).catch(() => undefined);
    }
  } finally {
    office.close();
  }
  return sent;
}

async function deliver(
  mail: WaitingMail,
  send: Send,
  publication: { name: string; address: string },
  log: Pick<Log, "warn">,
  now: Date,
): Promise<"sent" | "postponed" | "pointless"> {
  const to = await findRecipient(mail.commenterId);
  const letter = to === undefined ? undefined : await write(mail, publication, now);
  if (to === undefined || !letter) {
    await transaction(async (tx) => forgetMail(tx, mail.id));
    return "pointless";
  }
  try {
    await send(to, letter);
  } catch (error) {
    // The server's answer names the address, so only its code is told.
    log.warn({ mail: mail.id, code: codeOf(error) }, "A mail could not be sent; it is tried again later");
    await transaction(async (tx) => postponeMail(tx, mail, now));
    return "postponed";
  }
  await transaction(async (tx) => {
    forgetMail(tx, mail.id);
    if (mail.kind === "replies") noteTold(tx, mail.commenterId, now);
  });
  return "sent";
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter((part) => typeof part === "string" || typeof part === "number").join(" ");
}

async function write(
  { kind, commenterId, commentId }: WaitingMail,
  publication: { name: string; address: string },
  now: Date,
): Promise<Letter | undefined> {
  if (kind === "replies") {
    const replies = await listRepliesToTell(commenterId);
    if (replies.length === 0) return undefined;
    const told = replies.slice(0, MOST_REPLIES_IN_A_LETTER);
    const pages = await Promise.all(told.map(({ articleId, id }) => findPageOfComment(articleId, id)));
    const token = await transaction(async (tx) =>
      issueLink(tx, { commenterId, commentId: null, purpose: "unsubscribe" }, now),
    );
    return repliesLetter(
      publication,
      told.map((reply, at) => ({ ...reply, page: pages[at] ?? 1 })),
      replies.length,
      token,
    );
  }
  const own = commentId === null ? undefined : await findOwnComment(commenterId, commentId, now);
  if (!own || own.text === "") return undefined;
  const token = await transaction(async (tx) => issueLink(tx, { commenterId, commentId, purpose: "manage" }, now));
  return postedLetter(publication, own, token, (await findFollow(commenterId, own.id)) === "asked");
}
