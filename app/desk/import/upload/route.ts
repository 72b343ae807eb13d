import { findDeskStaff } from "#app/_server/session";
import { startRun } from "#exchange/desk-import/run-import";
import { type ExportRefusal, takeUpload } from "#exchange/desk-import/take-upload";
import { exportRefusals } from "../import-words.ts";

/** Takes the files of an export and tries them out at once. Answers a browser with a page, our script with data. */
export async function POST(request: Request) {
  const staff = await findDeskStaff("import:run");
  if (!staff) return refused(request, "signed-out", 401);
  const now = new Date();
  const contentType = request.headers.get("content-type") ?? "";
  const taken = await takeUpload({ body: request.body, contentType, by: staff.name }, now);
  if (!taken.ok) return refused(request, taken.reason, 422);
  // Where another one is running, this one waits on its page for somebody to try it out.
  await startRun(taken.value, "dry-run", { actor: staff }, now);
  const to = `/desk/import/${taken.value.id}`;
  return wantsData(request) ? Response.json({ ok: true, to }) : seeOther(to);
}

const wantsData = ({ headers }: Request) => headers.get("accept") === "application/json";

const seeOther = (to: string) => new Response(null, { status: 303, headers: { Location: to } });

function refused(request: Request, reason: ExportRefusal | "signed-out", status: number) {
  // A status of failure is an error in the browser's console; to our script a refusal is an answer like another.
  if (wantsData(request))
    return Response.json({ ok: false, words: exportRefusals[reason] }, { status: status === 422 ? 200 : status });
  return seeOther(`/desk/import?refused=${reason}`);
}
