import Link from "next/link";
import type { ArticleState } from "#core/workflow";
import styles from "./article-list.module.css";
import { ArticleTick } from "./change-many.tsx";
import { deskClock } from "./desk-clock.tsx";
import { stateWords } from "./editor/step-words.ts";
import { Badge } from "./panel.tsx";
import { Table, Tabs } from "./table.tsx";

export type ListedArticle = {
  id: number;
  headline: string;
  section: string;
  state: ArticleState;
  live: boolean;
  goesOutAt: Date | null;
  savedAt: Date;
  savedBy: string | null;
};

type View = ArticleState | "deleted" | undefined;

type TabsProps = {
  counts: Record<ArticleState, number>;
  deleted: number;
  state: View;
  hrefOf: (state: View) => string;
};

/** The states as tabs, each with how many articles stand there, and the bin. */
export function ArticleTabs({ counts, deleted, state, hrefOf }: TabsProps) {
  const states = Object.keys(counts) as ArticleState[];
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Tabs
      label="States"
      current={hrefOf(state)}
      tabs={[
        { href: hrefOf(undefined), label: "All", count: all },
        ...states.map((of) => ({ href: hrefOf(of), label: stateWords[of], count: counts[of] })),
        { href: hrefOf("deleted"), label: "Deleted", count: deleted },
      ]}
    />
  );
}

type ChoiceProps = { sections: readonly { id: number; name: string }[]; chosen: number | undefined };

export function SectionChoice({ sections, chosen }: ChoiceProps) {
  return (
    <select name="section" aria-label="Section" key={chosen} defaultValue={chosen ?? ""} className={styles.choice}>
      <option value="">All sections</option>
      {sections.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

type TableProps = { articles: readonly ListedArticle[]; timeZone: string; now: Date };

/** Stands within a `ChangeMany`, which its check boxes belong to. */
export function ArticleTable({ articles, timeZone, now }: TableProps) {
  const clock = deskClock(timeZone, now);
  return (
    <Table
      caption="Articles, the ones worked on last first"
      rows={articles}
      keyOf={({ id }) => id}
      columns={[
        {
          title: "Headline",
          cell: ({ id, headline }) => (
            <span className={styles.named}>
              <ArticleTick id={id} headline={headline} />
              <Link href={`/desk/articles/${id}`} prefetch={false} className={styles.headline}>
                {headline || "Untitled"}
              </Link>
            </span>
          ),
        },
        { title: "Section", cell: ({ section }) => section },
        { title: "State", cell: (article) => <StateOf article={article} now={now} clock={clock} /> },
        {
          title: "Worked on",
          cell: ({ savedAt, savedBy }) => (
            <span className={styles.worked}>
              {clock(savedAt)}
              {savedBy && <small>{savedBy}</small>}
            </span>
          ),
        },
      ]}
    />
  );
}

type StateProps = { article: ListedArticle; now: Date; clock: (at: Date) => string };

function StateOf({ article: { state, live, goesOutAt }, now, clock }: StateProps) {
  const waits = goesOutAt !== null && goesOutAt > now;
  return (
    <span className={styles.state}>
      <Badge tone={state === "published" ? "good" : state === "draft" || state === "withdrawn" ? "plain" : "accent"}>
        {live && state !== "published" ? `${stateWords[state]} change` : stateWords[state]}
      </Badge>
      {waits && <small>{clock(goesOutAt)}</small>}
    </span>
  );
}
