import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { dataOfArticle, findSocialImage } from "#app/_server/article-found";
import { findCommentSection } from "#app/_server/comment-queries";
import { feedLinks } from "#app/_server/feed-route";
import type { SearchParams } from "#app/_server/page-address";
import { findAround, findArticle, findSettings, requestTime } from "#app/_server/site-queries";
import { findAlternates, findOtherLanguages } from "#app/_server/translation-queries";
import { AlsoLike } from "#components/article/also-like";
import { ArticleHeader } from "#components/article/article-header";
import { Body } from "#components/article/body";
import { CorrectionNotes } from "#components/article/correction-note";
import { FurtherArticles } from "#components/article/further-articles";
import { LeadPicture } from "#components/article/lead-picture";
import { TopicLinks } from "#components/article/topic-links";
import { CommentSection } from "#components/comment/comment-section";
import { StructuredData } from "#components/site/structured-data";
import { textDirection } from "#core/language";
import { articlePath, slugFromPath } from "#core/paths";
import { Framed } from "../../framed";
import { Part } from "../../part";
import styles from "./page.module.css";

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
  const language = article.language ?? settings.language;
  const direction = textDirection(language);
  return (
    <Framed current={article.section.slug}>
      <StructuredData graph={await dataOfArticle(article, settings)} />
      <article className={styles.article} lang={language} dir={direction}>
        <ArticleHeader
          article={article}
          calendar={settings}
          language={settings.language}
          commentsHref={commentsHref(comments)}
          translations={await findOtherLanguages(article.id)}
        />
        {article.picture && <LeadPicture picture={article.picture} />}
        <div className={styles.text}>
          <CorrectionNotes corrections={article.corrections} calendar={settings} language={settings.language} />
          <Body
            document={article.body}
            pictures={article.bodyPictures}
            articleId={article.id}
            language={settings.language}
          />
          <TopicLinks topics={article.topics} language={settings.language} />
        </div>
      </article>
      <div className={styles.comments}>
        <CommentSection {...comments} />
      </div>
      <div className={styles.after} data-later="">
        <FurtherArticles sectionName={article.section.name} articles={further} calendar={settings} />
        <Part name="trending" />
      </div>
      <AlsoLike articles={alike} calendar={settings} />
    </Framed>
  );
}

/** Where "Click to comment" leads: to the form while it is open, else to what was said. */
function commentsHref({ closed, count }: { closed: unknown; count: number }): string | undefined {
  if (!closed) return "#respond";
  return count > 0 ? "#comments" : undefined;
}
