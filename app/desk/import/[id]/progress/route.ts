import { findDeskStaff } from "#app/_server/session";
import type { HowFar } from "#core/how-far";
import { findExport } from "#exchange/desk-import/kept-export";
import { readRun } from "#exchange/desk-import/read-run";

/** How far the run of an export is: `null` where none is under way. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  if (!(await findDeskStaff("import:run"))) return Response.json(null, { status: 401 });
  const kept = await findExport((await params).id);
  if (!kept) return Response.json(null, { status: 404 });
  for (const run of ["import", "dry-run"] as const) {
    const state = await readRun(kept, run);
    if (state.kind === "running") {
      const { step, done, all, seconds, isBytes } = state;
      return Response.json({ step, done, all, seconds, isBytes } satisfies HowFar);
    }
  }
  return Response.json(null);
}
