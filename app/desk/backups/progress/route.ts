import { findDeskStaff } from "#app/_server/session";
import type { HowFar } from "#core/how-far";
import { readBackupRun } from "#exchange/desk-backup/run-backup";

/** How far the backup is: `null` where none is being made. */
export async function GET() {
  if (!(await findDeskStaff("backup:take"))) return Response.json(null, { status: 401 });
  const state = await readBackupRun();
  if (state.kind !== "running") return Response.json(null);
  const { step, done, all, seconds, isBytes } = state;
  return Response.json({ step, done, all, seconds, isBytes } satisfies HowFar);
}
