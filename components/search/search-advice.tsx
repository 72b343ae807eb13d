import styles from "./search-advice.module.css";

/** How to ask for more or less; stands where there is nothing to list. */
export function SearchAdvice() {
  return (
    <dl className={styles.advice}>
      <div>
        <dt>
          <code>“two words”</code>
        </dt>
        <dd>finds exactly these words, in this order.</dd>
      </div>
      <div>
        <dt>
          <code>-word</code>
        </dt>
        <dd>leaves out articles that hold it.</dd>
      </div>
      <div>
        <dt>
          <code>econom*</code>
        </dt>
        <dd>finds every word that begins so.</dd>
      </div>
    </dl>
  );
}
