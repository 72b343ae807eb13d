"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "#app/_server/form";
import { oldSiteAddress } from "#core/old-site";
import { findExport, removeExport } from "#exchange/desk-import/kept-export";
import { readRun } from "#exchange/desk-import/read-run";
import { log, startRun } from "#exchange/desk-import/run-import";
import { runRefusals } from "./import-words.ts";

const GONE = "This export is no longer kept. Please upload it again.";
const which = z.object({ id: z.string() });

const site = z
  .string()
  .trim()
  .max(300, "Please give a shorter address.")
  .refine(
    (typed) => typed === "" || oldSiteAddress(typed) !== undefined,
    "Please give a site, such as old.example.org.",
  )
  .transform((typed) => oldSiteAddress(typed));

export const tryOut = deskAction("import:run", which, async (staff, { id }) => {
  const kept = await findExport(id);
  if (!kept) return { errors: { "": GONE } };
  const started = await startRun(kept, "dry-run", { actor: staff }, new Date());
  return started.ok ? { done: "It is being tried out." } : { errors: { "": runRefusals[started.reason] } };
});

export const takeIn = deskAction("import:run", which.extend({ site: site.optional() }), async (staff, typed) => {
  const kept = await findExport(typed.id);
  if (!kept) return { errors: { "": GONE } };
  const started = await startRun(kept, "import", { actor: staff, site: typed.site }, new Date());
  return started.ok ? { done: "It is being taken in." } : { errors: { "": runRefusals[started.reason] } };
});

export const remove = deskAction("import:run", which, async (staff, { id }) => {
  const kept = await findExport(id);
  if (!kept) return { errors: { "": GONE } };
  for (const run of ["dry-run", "import"] as const) {
    if ((await readRun(kept, run)).kind === "running") {
      return { errors: { "": "It is running. Please remove it when it is done." } };
    }
  }
  await log(kept, staff, "remove", new Date());
  await removeExport(id);
  redirect("/desk/import");
});
