import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { idFromPath, requireArticle } from "#app/_server/article-access";
import { deskClock } from "#components/desk/desk-clock";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { VersionComparison, VersionList } from "#components/desk/versions";
import { listNamesOf } from "#db/articles/article-surroundings";
import { listSavePoints } from "#db/articles/desk-articles";
import { listMovesBetween } from "#db/articles/moves-between";
import { findSavePoint } from "#db/articles/restore-save-point";
import { findStandingDraft } from "#db/articles/standing-draft";
import { readSettings } from "#db/settings";
import { restore } from "./actions.ts";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "Versions" };

export default async function VersionsPage({ params, searchParams }: Props) {
  const { articleId } = await requireArticle((await params).id);
  const [points, standing, { timeZone }, asked] = await Promise.all([
    listSavePoints(articleId),
    findStandingDraft(articleId),
    readSettings(),
    searchParams,
  ]);
  const [newest] = points;
  if (!standing || !newest) notFound();
  const numbered = (words: unknown) => points.find(({ number }) => number === idFromPath(String(words ?? "")));
  const chosen = numbered(asked.version) ?? newest;
  const asOther = numbered(asked.with);
  const other = asOther && asOther !== chosen ? asOther : points.find(({ number }) => number < chosen.number);
  const [older, newer] = other && other.number > chosen.number ? [chosen, other] : [other, chosen];
  const texts = [older && (await findSavePoint(articleId, older.number)), await findSavePoint(articleId, newer.number)];
  const [before, after] = texts;
  if (!after) notFound();
  // What was moved since the newest text was saved counts as newest, too.
  const upTo = newer === newest ? new Date() : newer.savedAt;
  const moves = older ? await listMovesBetween(articleId, older.savedAt, upTo) : [];
  const bylines = texts.flatMap((text) => text?.bylines ?? []);
  const names = await listNamesOf(bylines.map(({ contributorId }) => contributorId));
  const nameOf = (id: number) => names.find((contributor) => contributor.id === id)?.name ?? "Somebody";
  const clock = deskClock(timeZone, new Date());
  return (
    <>
      <PageHeading title="Versions" about={standing.content.headline || "Untitled"}>
        <Link href={`/desk/articles/${articleId}`}>Back to writing</Link>
      </PageHeading>
      <VersionList
        points={points}
        chosen={chosen.number}
        clock={clock}
        hrefOf={(number) => `/desk/articles/${articleId}/versions?version=${number}`}
      >
        <VersionComparison texts={[before, after]} {...{ points, chosen, other, moves, nameOf, clock }}>
          {chosen.number !== newest.number && (
            <DeskForm action={restore} submit="Go on from this version" kind="plain">
              <input type="hidden" name="articleId" value={articleId} />
              <input type="hidden" name="version" value={standing.version} />
              <input type="hidden" name="number" value={chosen.number} />
              <p>
                It becomes the working copy. Readers see nothing of it until it is published, and the text of now stays
                here.
              </p>
            </DeskForm>
          )}
        </VersionComparison>
      </VersionList>
    </>
  );
}
