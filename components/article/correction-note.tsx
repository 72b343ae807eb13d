import styles from "./correction-note.module.css";
import { type Calendar, Day } from "./day";

type Props = { corrections: readonly { text: string; publishedAt: Date }[]; calendar: Calendar; language: string };

/** What was wrong and has been put right, with its day. `language` is that of the publication's own words. */
export function CorrectionNotes({ corrections, calendar, language }: Props) {
  return corrections.map(({ text, publishedAt }) => (
    <div className={styles.note} key={publishedAt.getTime()} role="note">
      <p>
        <strong lang={language}>
          Correction, <Day at={publishedAt} calendar={calendar} />:
        </strong>{" "}
        {text}
      </p>
    </div>
  ));
}
