import { z } from "zod";
import { findArticleVisit, idFromPath } from "#app/_server/article-access";
import { unlessBusy } from "#app/_server/unless-busy";
import { draftSchema } from "#core/draft";
import type { SaveAnswer, StandingDraft } from "#core/draft-answer";
import { setAside } from "#db/articles/restore-save-point";
import { saveDraft } from "#db/articles/save-draft";
import { findStandingDraft, isSameDraft } from "#db/articles/standing-draft";

/*
 * Where the editor sends what was typed. An address and not a Server Action, whose name changes with every build: an
 * editor left open over an update of the software goes on saving.
 */

const sentSchema = z.object({
  version: z.number().int().positive(),
  content: draftSchema,
  how: z.enum(["save", "beside", "set-aside"]),
});

/** Far above the longest article; a body of this size is a mishap. */
const LARGEST = 4_000_000;

type Params = { params: Promise<{ id: string }> };

const statusOf: Record<SaveAnswer["kind"], number> = {
  saved: 200,
  "set-aside": 200,
  "signed-out": 401,
  "not-found": 404,
  "newer-version": 409,
  refused: 422,
  busy: 503,
};

const answer = (body: SaveAnswer) =>
  Response.json(body, { status: statusOf[body.kind], headers: { "Cache-Control": "no-store" } });

export const POST = async (request: Request, context: Params) =>
  answer(
    await unlessBusy<SaveAnswer, SaveAnswer>(
      () => keep(request, context),
      () => ({ kind: "busy" }),
    ),
  );

async function keep(request: Request, { params }: Params): Promise<SaveAnswer> {
  const text = await request.text();
  const sent = text.length <= LARGEST ? sentSchema.safeParse(parsedJson(text)) : undefined;
  const visit = await findArticleVisit(idFromPath((await params).id));
  if (!visit.ok) return { kind: visit.reason };
  if (!sent?.success) return { kind: "refused" };

  const { staff, article } = visit;
  const { version, content, how } = sent.data;
  const now = new Date();
  if (how === "set-aside") {
    const kept = await setAside(staff, article.id, content, now);
    return { kind: kept.ok ? "set-aside" : kept.reason };
  }
  const standing = await findStandingDraft(article.id);
  if (how === "save" && standing && isSameDraft(standing.content, content)) return alreadySaved(standing);
  const saved = await saveDraft(staff, article.id, version, content, now, { beside: how === "beside" });
  if (saved.ok) {
    const { savedAt, ...rest } = saved.value;
    return { kind: "saved", ...rest, savedAt: savedAt.toISOString() };
  }
  const theirs = saved.reason === "newer-version" ? await findStandingDraft(article.id) : undefined;
  return theirs ? { kind: "newer-version", theirs } : { kind: "not-found" };
}

/**
 * What stands at the desk already is no change, and takes nothing back to a draft: an editor sends it that was only
 * opened, or one whose first answer got lost on the way.
 */
function alreadySaved({ version, savedAt, slug, state }: StandingDraft): SaveAnswer {
  return { kind: "saved", version, savedAt, slug, state };
}

/** The text as it stands, for an editor that was told of a newer one. */
export async function GET(_request: Request, { params }: Params) {
  const visit = await findArticleVisit(idFromPath((await params).id));
  if (!visit.ok) return answer({ kind: visit.reason });
  const standing = await findStandingDraft(visit.article.id);
  if (!standing) return answer({ kind: "not-found" });
  return Response.json(standing, { headers: { "Cache-Control": "no-store" } });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
