import { findDeskStaff } from "#app/_server/session";
import { busyResponse, unlessBusy } from "#app/_server/unless-busy";
import { csvLine } from "#core/csv";
import { articlePath } from "#core/paths";
import { may } from "#core/permissions";
import { listForExport, recordExport } from "#db/comments-export";

const columns = ["number", "answers", "posted", "status", "page", "name", "website", "comment", "by staff"];

/** All comments as CSV; with the addresses behind them where that is asked for by name, and permitted. */
export async function POST(request: Request) {
  const staff = await findDeskStaff("comment:moderate");
  if (!staff) return new Response("Please sign in again.", { status: 401 });
  const withAddresses = (await request.formData()).get("addresses") === "on";
  if (withAddresses && !may(staff.role, "comment:reveal-address")) {
    return new Response("You may not see the addresses of commenters.", { status: 403 });
  }
  const now = new Date();
  const refused = await unlessBusy(() => recordExport(staff, withAddresses, now), busyResponse);
  if (refused) return refused;
  const name = `comments-${now.toISOString().slice(0, 10)}.csv`;
  return new Response(streamOf(lines(withAddresses)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** Made as fast as it is taken. */
const streamOf = (parts: AsyncGenerator<Uint8Array>) =>
  new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });

async function* lines(withAddresses: boolean): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  // Without the mark, spreadsheets take UTF-8 for something older.
  yield encoder.encode(`\uFEFF${csvLine(withAddresses ? [...columns, "email"] : columns)}`);
  for await (const comments of listForExport(withAddresses)) {
    const some = comments.map(({ id, parentId, postedAt, status, authorName, website, text, byStaff, ...comment }) => {
      const page = articlePath(comment.sectionSlug, comment.articleSlug);
      const values = [
        id,
        parentId,
        postedAt.toISOString(),
        status,
        page,
        authorName,
        website,
        text,
        byStaff ? "yes" : "",
      ];
      return csvLine(withAddresses ? [...values, comment.address] : values);
    });
    yield encoder.encode(some.join(""));
  }
}
