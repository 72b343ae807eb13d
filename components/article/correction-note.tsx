import styles from "./correction-note.module.css";
import { type Calendar, Day } from "./day";

type Props = { corrections: readonly { text: string; publishedAt: Date }[]; calendar: Calendar };

/** What was wrong and has been put right, with its day. */
export function CorrectionNotes({ corrections, calendar }: Props) {
  return corrections.map(({ text, publishedAt }) => (
    <div className={styles.note} key={publishedAt.getTime()} role="note">
      <p>
        <strong>
          Correction, <Day at={publishedAt} calendar={calendar} />:
        </strong>{" "}
        {text}
      </p>
    </div>
  ));
}
