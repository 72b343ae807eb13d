import { transaction } from "#db/client";
import { issueLink } from "#db/commenter-links";
import { findOwnComment } from "#db/commenters-own";
import { findPageOfComment } from "#db/comments-published";
import { environment } from "#db/environment";
import { findFollow } from "#db/follows";
import { findRecipient, forgetMail, listWaitingMail, postponeMail, type WaitingMail } from "#db/mail-queue";
import { listRepliesToTell, noteTold } from "#db/reply-notices";
import { readSettings } from "#db/settings";
import { type Letter, mailTransport } from "#exchange/mail-transport";
import { postedLetter, repliesLetter } from "./commenter-mail.ts";
import type { Log } from "./log.ts";

/** Takes one letter to one address, or throws what the server answered. */
type Send = (to: string, letter: Letter) => Promise<unknown>;

const AT_ONCE = 20;
const LOOK_EVERY_MS = 2_000;

/** Looks after the mail while the publication is served. Returns how to stop; what is under way is finished first. */
export function carryMail(log: Log): () => Promise<void> {
  let stopped = false;
  let round: Promise<unknown> = Promise.resolve();
  const look = () => {
    round = deliverMail(new Date(), log).catch((error: unknown) =>
      log.error({ error }, "Mail could not be looked after"),
    );
    return round;
  };
  let timer: NodeJS.Timeout | undefined;
  const next = () => {
    if (!stopped) timer = setTimeout(() => void look().finally(next), LOOK_EVERY_MS).unref();
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await round;
  };
}

/**
 * Sends what waits. A letter is written now, with a link made now; a server that refuses is tried again later. Returns how
 * many letters left.
 */
export async function deliverMail(now: Date, log: Pick<Log, "warn">, send?: Send): Promise<number> {
  const waiting = await listWaitingMail(AT_ONCE, now);
  if (waiting.length === 0) return 0;
  const { name } = await readSettings();
  const { PUBLIC_URL, PORT } = environment();
  const publication = { name, address: PUBLIC_URL ?? `http://localhost:${PORT}` };
  const post: Send = send ?? mailTransport({ name, box: "comments" });
  let sent = 0;
  for (const mail of waiting) {
    const to = await findRecipient(mail.commenterId);
    const letter = to === undefined ? undefined : await write(mail, publication, now);
    if (to === undefined || !letter) {
      await transaction(async (tx) => forgetMail(tx, mail.id));
      continue;
    }
    try {
      await post(to, letter);
    } catch (error) {
      // The server's answer names the address, so only its code is told.
      log.warn({ mail: mail.id, code: codeOf(error) }, "A mail could not be sent; it is tried again later");
      await transaction(async (tx) => postponeMail(tx, mail, now));
      continue;
    }
    await transaction(async (tx) => {
      forgetMail(tx, mail.id);
      if (mail.kind === "replies") noteTold(tx, mail.commenterId, now);
    });
    sent += 1;
  }
  return sent;
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
    const pages = await Promise.all(replies.map(({ articleId, id }) => findPageOfComment(articleId, id)));
    const token = await transaction(async (tx) =>
      issueLink(tx, { commenterId, commentId: null, purpose: "unsubscribe" }, now),
    );
    return repliesLetter(
      publication,
      replies.map((reply, at) => ({ ...reply, page: pages[at] ?? 1 })),
      token,
    );
  }
  const own = commentId === null ? undefined : await findOwnComment(commenterId, commentId, now);
  if (!own || own.text === "") return undefined;
  const token = await transaction(async (tx) => issueLink(tx, { commenterId, commentId, purpose: "manage" }, now));
  return postedLetter(publication, own, token, (await findFollow(commenterId, own.id)) === "asked");
}
