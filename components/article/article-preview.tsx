import type { ComponentProps } from "react";
import type { Document } from "#core/document";
import { textDirection } from "#core/language";
import { ArticleHeader } from "./article-header";
import styles from "./article-preview.module.css";
import { Body } from "./body";
import type { Calendar } from "./day";
import { LeadPicture } from "./lead-picture";
import type { PictureFile } from "./picture";

type Props = {
  article: ComponentProps<typeof ArticleHeader>["article"] & {
    id: number;
    body: Document;
    bodyPictures: ReadonlyMap<number, PictureFile>;
    language: string | null;
    picture: ComponentProps<typeof LeadPicture>["picture"] | null;
  };
  calendar: Calendar;
};

/** An article as readers will see it, before they do. */
export function ArticlePreview({ article, calendar }: Props) {
  const language = article.language ?? calendar.language;
  return (
    <article className={styles.article} lang={language} dir={textDirection(language)}>
      <ArticleHeader
        article={article}
        calendar={calendar}
        language={calendar.language}
        commentsHref={undefined}
        translations={[]}
      />
      {article.picture && <LeadPicture picture={article.picture} />}
      <div className={styles.text}>
        <Body
          document={article.body}
          pictures={article.bodyPictures}
          articleId={article.id}
          language={calendar.language}
        />
      </div>
    </article>
  );
}
