import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { dataOfArticle, findSocialImage } from "#app/_server/article-found";
import { findCommentSection } from "#app/_server/comment-queries";
import { feedLinks } from "#app/_server/feed-route";
import type { SearchParams } from "#app/_server/page-address";
import { findAround, findArticle, findSettings, requestTime } from "#app/_server/site-queries";
import { findAlternates, findOtherLanguages } from "#app/_server/translation-queries";
import { ArticleView } from "#components/article/article-view";
import { StructuredData } from "#components/site/structured-data";
import { articlePath, slugFromPath } from "#core/paths";
import { Framed } from "../../framed";
import { Part } from "../../part";

type Props = { params: Promise<{ section: string; slug: string }>; searchParams: SearchParams };

async function requireArticle({ params }: Props) {
  const { section, slug } = await params;
  const [sectionSlug, articleSlug] = [slugFromPath(section), slugFromPath(slug)];
  const article = sectionSlug && articleSlug ? await findArticle(sectionSlug, articleSlug) : undefined;
  if (!article) notFound();
  return article;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const article = await requireArticle(props);
  const path = articlePath(article.section.slug, article.slug);
  const title = article.socialTitle || article.headline;
  const description = article.socialDescription || article.standfirst || undefined;
  const image = await findSocialImage(article);
  const { name } = await findSettings();
  return {
    title: article.headline,
    description,
    alternates: { canonical: path, types: feedLinks("/", name), languages: await findAlternates(article.id) },
    authors: article.bylines.map(({ name }) => ({ name })),
    openGraph: {
      type: "article",
      url: path,
      title,
      description,
      publishedTime: article.publishedAt.toISOString(),
      modifiedTime: article.updatedAt?.toISOString(),
      section: article.section.name,
      tags: article.topics.map(({ name }) => name),
      images: image,
    },
    twitter: { card: image ? "summary_large_image" : "summary" },
  };
}

export default async function ArticlePage(props: Props) {
  const article = await requireArticle(props);
  const settings = await findSettings();
  const comments = await findCommentSection(article, await props.searchParams, requestTime());
  if (!comments) notFound();
  const { further, alike } = await findAround(article);
  return (
    <Framed current={article.section.slug}>
      <StructuredData graph={await dataOfArticle(article, settings)} />
      <ArticleView
        article={article}
        calendar={{ timeZone: settings.timeZone, language: settings.language }}
        comments={comments}
        further={further}
        alike={alike}
        translations={await findOtherLanguages(article.id)}
        trending={<Part name="trending" />}
      />
    </Framed>
  );
}
