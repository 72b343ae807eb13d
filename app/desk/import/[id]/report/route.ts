import { findDeskStaff } from "#app/_server/session";
import { findExport } from "#exchange/desk-import/kept-export";
import { readReportText } from "#exchange/desk-import/read-run";

/** The whole report of an export as JSON: `?run=dry-run`, otherwise of the import itself. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  if (!(await findDeskStaff("import:run"))) return new Response("Please sign in again.", { status: 401 });
  const run = new URL(request.url).searchParams.get("run") === "dry-run" ? "dry-run" : "import";
  const kept = await findExport((await params).id);
  const report = kept && (await readReportText(kept, run));
  if (!kept || !report) return new Response("There is no such report.", { status: 404 });
  const name = `${run}-${kept.at.toISOString().slice(0, 10)}.json`;
  return new Response(report, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}
