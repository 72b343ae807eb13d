import { Ask } from "../ask.tsx";
import { Button } from "../button.tsx";
import { CopyButton } from "../copy-button.tsx";
import styles from "./found-words.module.css";

type Props = { words: string; onDiscard: () => void };

/** Words an earlier visit left on this device that cannot be put into the text by themselves. */
export function FoundWords({ words, onDiscard }: Props) {
  return (
    <section className={styles.found} aria-labelledby="found-words">
      <p id="found-words">
        Words you had typed here before were found on this device, in a form that cannot be taken up as it is. Copy what
        you need of them; they stay here until you discard them.
      </p>
      <textarea className={styles.words} aria-label="Words found on this device" readOnly rows={6} value={words} />
      <div className={styles.buttons}>
        <CopyButton words={words}>Copy all</CopyButton>
        <Ask button="Discard" kind="quiet" question="Discard the words found on this device?">
          <p>They are nowhere else.</p>
          <Button kind="danger" onClick={onDiscard}>
            Discard them
          </Button>
        </Ask>
      </div>
    </section>
  );
}
