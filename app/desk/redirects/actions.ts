"use server";

import { z } from "zod";
import { deskAction } from "#app/_server/form";
import { thingId, tooLate } from "#app/_server/named-thing";
import { redirectLines } from "#core/redirect-path";
import {
  addRedirect,
  deleteRedirect,
  importRedirects,
  type RedirectRefusal,
  restoreRedirect,
} from "#db/manual-redirects";

const refusals: Record<RedirectRefusal, string> = {
  "from-unfit": "Please give a path of this publication, such as /old/page.",
  "to-unfit": "Please give a path, such as /asia, or a web address.",
  loop: "This would lead readers round in a circle.",
  "in-use": "Something stands at this address, so it needs no redirect.",
  "from-taken": "This address leads somewhere already. Remove that first.",
};
const field = (reason: RedirectRefusal) => (reason === "to-unfit" || reason === "loop" ? "to" : "from");

const address = z.string().trim().max(2_000, "Please give a shorter address.");

export const add = deskAction("redirect:manage", z.object({ from: address, to: address }), async (staff, typed) => {
  const added = await addRedirect(staff, typed, new Date());
  if (!added.ok) return { errors: { [field(added.reason)]: refusals[added.reason] } };
  return { done: `${typed.from} leads to ${typed.to}.` };
});

const file = z.file("Please choose a file.").max(2_000_000, "Please give a file of up to 2 MB.");

export const importList = deskAction("redirect:manage", z.object({ file }), async (staff, typed) => {
  const lines = redirectLines(await typed.file.text());
  if (lines.length === 0) return { errors: { file: "This file has no lines such as /old,/new." } };
  if (lines.length > 20_000) return { errors: { file: "Please give up to 20,000 lines at a time." } };
  const { taken, refused } = await importRedirects(staff, lines, new Date());
  const done = taken === 1 ? "One redirect is in." : `${taken.toLocaleString("en")} redirects are in.`;
  if (refused.length === 0) return { done };
  return {
    done: `${done} ${refused.length.toLocaleString("en")} could not be taken:`,
    left: refused.map(({ line, reason }) => `Line ${line}: ${refusals[reason]}`),
  };
});

const one = z.object({ id: thingId });
const notThere = "This redirect is no longer there.";

export const remove = deskAction("redirect:manage", one, async (staff, { id }) => {
  const removed = await deleteRedirect(staff, id, new Date());
  return removed.ok ? { done: "Deleted." } : { errors: { "": notThere } };
});

export const bringBack = deskAction("redirect:manage", one, async (staff, { id }) => {
  const restored = await restoreRedirect(staff, id, new Date());
  if (restored.ok) return { done: "It leads on again." };
  const words = { ...refusals, "not-found": notThere, "too-late": tooLate };
  return { errors: { "": words[restored.reason] } };
});
