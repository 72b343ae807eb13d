import { Fragment } from "react";
import { nameInItself, textDirection } from "#core/language";
import styles from "./translation-links.module.css";

type Props = { translations: readonly { language: string; path: string }[] };

/** "Also in 한국어, Français": each language as those who read it call it. */
export function TranslationLinks({ translations }: Props) {
  if (translations.length === 0) return null;
  return (
    <span className={styles.line}>
      Also in{" "}
      {translations.map(({ language, path }, at) => (
        <Fragment key={path}>
          {at > 0 && ", "}
          <a href={path} rel="alternate" hrefLang={language} lang={language} dir={textDirection(language)}>
            {nameInItself(language)}
          </a>
        </Fragment>
      ))}
    </span>
  );
}
