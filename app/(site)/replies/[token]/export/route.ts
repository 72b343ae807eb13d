import { exportOwnComments } from "#app/_server/commenter-queries";

/** Everything a commenter wrote here, to take along. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const written = await exportOwnComments((await params).token, new Date());
  return written ? Response.json(written) : new Response(null, { status: 404 });
}
