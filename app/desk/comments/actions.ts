"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { deskAction, signedOut } from "#app/_server/form";
import { type DeskStaff, isSignedOutBeside, requireStaff } from "#app/_server/session";
import { unlessBusy } from "#app/_server/unless-busy";
import { type CommentStatus, commentStatuses } from "#core/comment";
import { importIsWriting } from "#core/import-is-writing";
import type { QueueState } from "#core/queue-state";
import { transaction } from "#db/client";
import { banCommenter, replyAsStaff, revealAddress, settleReports } from "#db/comment-moderators";
import { decideComments } from "#db/comments-decide";

const done: Record<CommentStatus, string> = {
  approved: "approved",
  spam: "filed as spam",
  removed: "removed",
  held: "waiting again",
};

const counted = (number: number) => (number === 1 ? "1 comment" : `${number} comments`);
const aStatus = z.enum(commentStatuses);
const anId = z.coerce.number().int().positive();
const step = z.templateLiteral([z.number(), " ", aStatus]);

/** Which comments a button of the queue means: "one" beside a comment, "all" for the ticked ones, "undo" for the last. */
function wanted(form: FormData): Map<CommentStatus, number[]> {
  const wishes = new Map<CommentStatus, number[]>();
  const wish = (status: CommentStatus, id: number) => wishes.set(status, [...(wishes.get(status) ?? []), id]);
  const steps = [form.get("one"), ...String(form.get("undo") ?? "").split(",")];
  for (const given of steps) {
    const parsed = step.safeParse(given);
    if (!parsed.success) continue;
    const [id, status] = parsed.data.split(" ");
    wish(aStatus.parse(status), Number(id));
  }
  const all = aStatus.safeParse(form.get("all"));
  if (all.success) {
    for (const id of form.getAll("id")) {
      const parsed = anId.safeParse(id);
      if (parsed.success) wish(all.data, parsed.data);
    }
  }
  return wishes;
}

/** Decides on one comment or on many, and says how to take that back. */
export async function decide({ undo }: QueueState, form: FormData): Promise<QueueState> {
  if (await isSignedOutBeside()) return { done: signedOut, undo, isFailed: true };
  const staff = await requireStaff("comment:moderate");
  const wishes = wanted(form);
  if (wishes.size === 0) return { done: "Nothing was ticked.", undo: "" };
  const decided = await unlessBusy(
    () => decideAll(wishes, staff, new Date()),
    () => undefined,
  );
  if (!decided) return { done: importIsWriting, undo, isFailed: true };
  refresh();
  const isUndo = form.get("undo") !== null;
  const [status] = wishes.keys();
  if (decided.length === 0) return { done: "Looked at; nothing had to change.", undo: "" };
  return {
    done: isUndo ? "Taken back." : `${counted(decided.length)} ${done[status ?? "held"]}.`,
    undo: isUndo ? "" : decided.map(({ id, before }) => `${id} ${before}`).join(","),
  };
}

const decideAll = (wishes: ReadonlyMap<CommentStatus, number[]>, staff: DeskStaff, now: Date) =>
  transaction(async (tx, changed) =>
    [...wishes].flatMap(([status, ids]) => {
      settleReports(tx, ids, now);
      return decideComments(tx, changed, ids, status, staff, now);
    }),
  );

const refusals = {
  "not-there": "This comment is no longer here.",
  empty: "Please write a reply.",
  "too-long": "A comment can have up to 5,000 characters. Please shorten yours.",
} as const;

export const reply = deskAction(
  "comment:moderate",
  z.object({ id: anId, text: z.string() }),
  async (staff, { id, text }) => {
    const replied = await replyAsStaff(staff, id, text, new Date());
    return replied.ok ? { done: "Your reply is on the page." } : { errors: { text: refusals[replied.reason] } };
  },
);

export const reveal = deskAction("comment:reveal-address", z.object({ id: anId }), async (staff, { id }) => {
  const revealed = await revealAddress(staff, id, new Date());
  if (revealed.ok) return { done: "The log has a line about this.", shown: [revealed.value] };
  return {
    errors: { "": revealed.reason === "unreadable" ? "The address cannot be read." : "There is no address any more." },
  };
});

export const ban = deskAction(
  "comment:moderate",
  z.object({ id: anId, banned: z.enum(["yes", "no"]) }),
  async (staff, { id, banned }) => {
    if (!(await banCommenter(staff, id, banned === "yes", new Date()))) {
      return { errors: { "": "There is no address behind this comment any more." } };
    }
    return { done: banned === "yes" ? "What comes from this address is now filed as spam." : "The ban has ended." };
  },
);
