import { environment } from "#db/environment";

export const dynamic = "force-dynamic";

/** By this file search engines know that a ping comes from the site itself (indexnow.org). */
export async function GET(): Promise<Response> {
  const { INDEXNOW_KEY } = environment();
  if (INDEXNOW_KEY === undefined) return new Response("There is no such file.", { status: 404 });
  return new Response(INDEXNOW_KEY, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
