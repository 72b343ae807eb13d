import styles from "./search-form.module.css";

/** Leads to the publication's own search; works with scripts off. */
export function SearchForm({ label = "Search the publication" }: { label?: string }) {
  return (
    <search>
      <form className={styles.form} action="/search" method="get">
        <label className={styles.label} htmlFor="search-words">
          {label}
        </label>
        <input className={styles.field} id="search-words" name="q" type="search" maxLength={200} required />
        <button className={styles.button} type="submit">
          Search
        </button>
      </form>
    </search>
  );
}
