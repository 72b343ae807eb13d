import styles from "./search-panel.module.css";

type Choice = { value: string; label: string };

type Props = {
  words: string;
  section: string;
  year: string;
  sort: string;
  sections: readonly { slug: string; name: string }[];
  years: readonly number[];
  /** Filters that came with the address and have no field here; each can be taken away. */
  kept: readonly { name: "contributor" | "topic"; slug: string; label: string; withoutHref: string }[];
};

/** The search field with what narrows the search. A plain form: its address can be kept, sent and opened again. */
export function SearchPanel({ words, section, year, sort, sections, years, kept }: Props) {
  return (
    <search>
      <form className={styles.panel} action="/search" method="get">
        <label className={styles.label} htmlFor="q">
          What are you looking for?
        </label>
        <div className={styles.line}>
          <input
            className={styles.field}
            id="q"
            name="q"
            type="search"
            defaultValue={words}
            maxLength={200}
            autoComplete="off"
            enterKeyHint="search"
          />
          <button className={styles.button} type="submit">
            Search
          </button>
        </div>
        <div className={styles.filters}>
          <Select
            name="section"
            label="Section"
            chosen={section}
            choices={[
              { value: "", label: "All sections" },
              ...sections.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
          />
          <Select
            name="year"
            label="Published"
            chosen={year}
            choices={[
              { value: "", label: "Any year" },
              ...years.map((each) => ({ value: String(each), label: String(each) })),
            ]}
          />
          <Select
            name="sort"
            label="Order"
            chosen={sort}
            choices={[
              { value: "", label: "Best match first" },
              { value: "newest", label: "Newest first" },
            ]}
          />
        </div>
        {kept.map(({ name, slug, label, withoutHref }) => (
          <p className={styles.kept} key={name}>
            <input type="hidden" name={name} value={slug} />
            {label} <a href={withoutHref}>Search everything</a>
          </p>
        ))}
      </form>
    </search>
  );
}

type SelectProps = { name: string; label: string; chosen: string; choices: readonly Choice[] };

function Select({ name, label, chosen, choices }: SelectProps) {
  return (
    <label className={styles.filter}>
      <span>{label}</span>
      <select name={name} defaultValue={chosen}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
