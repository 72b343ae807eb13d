import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findSettings, requestTime } from "#app/_server/site-queries";
import { ArticlePreview } from "#components/article/article-preview";
import { PreviewNotes } from "#components/article/preview-notes";
import { listNotesOfLink } from "#db/articles/article-notes";
import { findPreview } from "#db/articles/preview-links";
import { findPreviewedArticle } from "#db/articles/previewed-article";
import { answeredForm } from "#delivery/page-context";
import { Framed } from "../../framed";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = {
  title: "A draft, not published",
  robots: { index: false, follow: false, noarchive: true },
  // The link is a secret: no other site hears of it. Our own forms must say where they come from.
  referrer: "same-origin",
};

/** What a preview link opens: the draft as it stands at this moment, and a place for notes. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const now = requestTime();
  const preview = await findPreview((await params).token, now);
  const article = preview && (await findPreviewedArticle(preview.articleId, now));
  if (!article) notFound();
  const notes = await listNotesOfLink(preview.linkId);
  return (
    <Framed current={article.section.slug}>
      <ArticlePreview article={article} calendar={await findSettings()} />
      <PreviewNotes
        notes={notes}
        answered={answeredForm("preview-note")}
        wasNoted={(await searchParams).done === "noted"}
      />
    </Framed>
  );
}
