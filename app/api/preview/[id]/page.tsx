import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireArticle } from "#app/_server/article-access";
import { ArticlePreview } from "#components/article/article-preview";
import { findPreviewedArticle } from "#db/articles/previewed-article";
import { readSettings } from "#db/settings";

export const metadata: Metadata = { title: "Preview", robots: { index: false } };

/** A draft alone on its page, for the frame at the desk. */
export default async function FramedPreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { articleId } = await requireArticle((await params).id);
  const article = await findPreviewedArticle(articleId, new Date());
  if (!article) notFound();
  return <ArticlePreview article={article} calendar={await readSettings()} />;
}
