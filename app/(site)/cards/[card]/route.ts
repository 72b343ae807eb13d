import { findCard } from "#app/_server/card-queries";

export const dynamic = "force-dynamic";

export async function GET(_: Request, { params }: { params: Promise<{ card: string }> }): Promise<Response> {
  const found = await findCard((await params).card);
  if (!found) return new Response("There is no such card.", { status: 404 });
  if ("movedTo" in found) return new Response(null, { status: 302, headers: { Location: found.movedTo } });
  return new Response(new Uint8Array(found.card), { headers: { "Content-Type": "image/jpeg" } });
}
