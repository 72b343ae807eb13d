import type { Draft } from "#core/draft";
import { languagesFor, nameOfLanguage } from "./language-names.ts";
import styles from "./side.module.css";

type Props = {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** Of the publication. */
  language: string;
};

/** How the article looks in search results and where it is shared, and the language it is written in. */
export function SharingPanel({ draft, change, language }: Props) {
  return (
    <div className={styles.fields}>
      <label className={styles.field}>
        Title when shared
        <input
          value={draft.socialTitle}
          placeholder={draft.headline || "The headline"}
          maxLength={300}
          onChange={(event) => change({ socialTitle: event.currentTarget.value })}
        />
      </label>
      <label className={styles.field}>
        Description when shared
        <textarea
          rows={3}
          value={draft.socialDescription}
          placeholder={draft.standfirst || "The standfirst"}
          maxLength={600}
          onChange={(event) => change({ socialDescription: event.currentTarget.value })}
        />
      </label>
      <label className={styles.field}>
        Language of the article
        <select
          value={draft.language ?? ""}
          onChange={(event) => change({ language: event.currentTarget.value || null })}
        >
          <option value="">As the publication: {nameOfLanguage(language)}</option>
          {languagesFor(draft.language).map((tag) => (
            <option key={tag} value={tag}>
              {nameOfLanguage(tag)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
