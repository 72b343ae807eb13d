"use client";

import type { ComponentProps, ReactNode } from "react";
import { CommentSection, type CommentSectionProps } from "#components/comment/comment-section";
import { textDirection } from "#core/language";
import { AlsoLike } from "./also-like";
import { ArticleHeader } from "./article-header";
import styles from "./article-view.module.css";
import { Body } from "./body";
import { CorrectionNotes } from "./correction-note";
import type { Calendar } from "./day";
import { FurtherArticles } from "./further-articles";
import { LeadPicture } from "./lead-picture";
import { TopicLinks } from "./topic-links";

type OfHeader = ComponentProps<typeof ArticleHeader>;
type OfBody = ComponentProps<typeof Body>;

type Props = {
  article: OfHeader["article"] & {
    id: number;
    language: string | null;
    picture: ComponentProps<typeof LeadPicture>["picture"] | null;
    body: OfBody["document"];
    bodyPictures: OfBody["pictures"];
    corrections: ComponentProps<typeof CorrectionNotes>["corrections"];
    topics: ComponentProps<typeof TopicLinks>["topics"];
  };
  /** With the language of the publication's own words, which stand among the article's. */
  calendar: Calendar;
  comments: CommentSectionProps;
  /** The section's next articles. */
  further: ComponentProps<typeof FurtherArticles>["articles"];
  /** What is like it by topics and text. */
  alike: ComponentProps<typeof AlsoLike>["articles"];
  /** The versions in other languages. */
  translations: OfHeader["translations"];
  /** The place of what is read now. */
  trending: ReactNode;
};

/**
 * An article's own page within the publication's frame. From here on the page is rendered once, from its data, and not a
 * second time from a list of its elements (docs/decisions/0092). No reader gets it as a script.
 */
export function ArticleView({ article, calendar, comments, further, alike, translations, trending }: Props) {
  const language = article.language ?? calendar.language;
  const direction = textDirection(language);
  return (
    <>
      <article className={styles.article} lang={language} dir={direction}>
        <ArticleHeader
          article={article}
          calendar={calendar}
          language={calendar.language}
          commentsHref={commentsHref(comments)}
          translations={translations}
        />
        {article.picture && <LeadPicture picture={article.picture} />}
        <div className={styles.text}>
          <CorrectionNotes corrections={article.corrections} calendar={calendar} language={calendar.language} />
          <Body
            document={article.body}
            pictures={article.bodyPictures}
            articleId={article.id}
            language={calendar.language}
          />
          <TopicLinks topics={article.topics} language={calendar.language} />
        </div>
      </article>
      <div className={styles.comments}>
        <CommentSection {...comments} />
      </div>
      <div className={styles.after} data-later="">
        <FurtherArticles sectionName={article.section.name} articles={further} calendar={calendar} />
        {trending}
      </div>
      <AlsoLike articles={alike} calendar={calendar} />
    </>
  );
}

/** Where "Click to comment" leads: to the form while it is open, else to what was said. */
function commentsHref({ closed, count }: { closed: unknown; count: number }): string | undefined {
  if (!closed) return "#respond";
  return count > 0 ? "#comments" : undefined;
}
