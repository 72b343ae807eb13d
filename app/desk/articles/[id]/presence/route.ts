import { z } from "zod";
import { findArticleVisit, idFromPath } from "#app/_server/article-access";
import { endVisit, noteVisit } from "#app/_server/presence";
import type { PresenceAnswer } from "#core/draft-answer";
import { stampOfNotes } from "#db/articles/article-notes";

const sentSchema = z.object({ page: z.string().min(8).max(64), leaves: z.boolean().default(false) });

/** An open editor tells of itself and hears who else has the article open, and which version stands at the desk. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const sent = sentSchema.safeParse(await request.json().catch(() => undefined));
  const visit = await findArticleVisit(idFromPath((await params).id));
  // Who leaves what was deleted meanwhile, perhaps by themselves, has left.
  if (!visit.ok && visit.reason === "not-found" && sent.data?.leaves) return new Response(null, { status: 204 });
  if (!visit.ok) return Response.json({ reason: visit.reason }, { status: visit.reason === "signed-out" ? 401 : 404 });
  if (!sent.success) return Response.json({ reason: "unreadable" }, { status: 400 });
  const { staff, article } = visit;
  const { page, leaves } = sent.data;
  if (leaves) {
    endVisit(article.id, page);
    return new Response(null, { status: 204 });
  }
  const { staffId, name } = staff;
  const others = noteVisit(article.id, { staffId, name, page }, new Date());
  const notes = await stampOfNotes(article.id);
  const answer: PresenceAnswer = { others, version: article.version, notes };
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}

/** Which version stands at the desk, for a preview that follows it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const visit = await findArticleVisit(idFromPath((await params).id));
  if (!visit.ok) return Response.json({ reason: visit.reason }, { status: visit.reason === "signed-out" ? 401 : 404 });
  return Response.json({ version: visit.article.version }, { headers: { "Cache-Control": "no-store" } });
}
