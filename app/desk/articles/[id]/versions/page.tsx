import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { idFromPath, requireArticle } from "#app/_server/article-access";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { VersionComparison, VersionList } from "#components/desk/versions";
import { listSavePoints } from "#db/articles/desk-articles";
import { findSavePointContent } from "#db/articles/restore-save-point";
import { findStandingDraft } from "#db/articles/standing-draft";
import { read } from "#db/client";
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
  const chosen = points.find(({ number }) => number === idFromPath(String(asked.version ?? ""))) ?? newest;
  const before = points.find(({ number }) => number < chosen.number);
  const content = findSavePointContent(read(), articleId, chosen.number);
  const earlier = before && findSavePointContent(read(), articleId, before.number);
  if (!content) notFound();
  return (
    <>
      <PageHeading title="Versions" about={standing.content.headline || "Untitled"}>
        <Link href={`/desk/articles/${articleId}`}>Back to writing</Link>
      </PageHeading>
      <VersionList
        points={points}
        chosen={chosen.number}
        timeZone={timeZone}
        now={new Date()}
        hrefOf={(number) => `/desk/articles/${articleId}/versions?version=${number}`}
      >
        <VersionComparison version={chosen} before={earlier} content={content}>
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
