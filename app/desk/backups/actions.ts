"use server";

import { z } from "zod";
import { deskAction } from "#app/_server/form";
import { startBackup } from "#exchange/desk-backup/run-backup";

export const makeBackup = deskAction("backup:take", z.object({}), async (staff) => {
  const started = await startBackup(staff, new Date());
  if (!started.ok) return { errors: { "": "Another backup is being made. Please wait until it is done." } };
  return { done: "It is being made." };
});
