import { findDeskStaff } from "#app/_server/session";
import { busyResponse, unlessBusy } from "#app/_server/unless-busy";
import { findBackup, openBackup } from "#exchange/desk-backup/kept-backups";
import { logDownload } from "#exchange/desk-backup/run-backup";

/** A backup, as a file to put away elsewhere. Who took it is in the log before its first byte leaves. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  const staff = await findDeskStaff("backup:take");
  if (!staff) return new Response("Please sign in again.", { status: 401 });
  const kept = await findBackup((await params).name);
  if (!kept) return new Response("There is no such backup.", { status: 404 });
  const refused = await unlessBusy(() => logDownload(staff, kept, new Date()), busyResponse);
  if (refused) return refused;
  return new Response(await openBackup(kept), {
    headers: {
      "Content-Type": "application/gzip",
      "Content-Length": String(kept.bytes),
      "Content-Disposition": `attachment; filename="${kept.name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
