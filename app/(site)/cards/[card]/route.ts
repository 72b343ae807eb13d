import { findCard } from "#app/_server/card-queries";

export const dynamic = "force-dynamic";

export async function GET(_: Request, { params }: { params: Promise<{ card: string }> }): Promise<Response> {
  const card = await findCard((await params).card);
  if (!card) return new Response("There is no such card.", { status: 404 });
  return new Response(new Uint8Array(card), { headers: { "Content-Type": "image/jpeg" } });
}
