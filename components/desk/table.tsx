import Link from "next/link";
import type { ReactNode } from "react";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import { Button } from "./button.tsx";
import styles from "./table.module.css";

export type Column<Row> = {
  title: string;
  /** The first cell of a row names the thing; the others say something of it. */
  cell: (row: Row) => ReactNode;
  /** Figures stand at the right, so that they can be compared; a whole cell is never broken, one of words only between them. */
  kind?: "figure" | "actions" | "whole" | "words";
};

type Props<Row> = {
  /** What is listed, to who cannot see the page. */
  caption: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string | number;
};

/** A list of things in columns. On a phone each row becomes a card, and the titles of columns stand beside the values. */
export function Table<Row>({ caption, rows, columns, keyOf }: Props<Row>) {
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          {columns.map(({ title, kind }) => (
            <th key={title} scope="col" className={kind && styles[kind]}>
              {kind === "actions" ? <VisuallyHidden>{title}</VisuallyHidden> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, cell, kind }, at) =>
              at === 0 ? (
                <th key={title} scope="row" className={kind && styles[kind]}>
                  {cell(row)}
                </th>
              ) : (
                <td key={title} data-title={kind === "actions" ? undefined : title} className={kind && styles[kind]}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type SearchProps = {
  /** What is searched: "Search contributors". */
  label: string;
  query: string;
  /** Other choices of the address that searching keeps. */
  keep?: Readonly<Record<string, string | undefined>>;
  children?: ReactNode;
};

/** A search whose words stand in the address, so that a list that was found can be shared. */
export function SearchForm({ label, query, keep = {}, children }: SearchProps) {
  return (
    <search>
      <form className={styles.search}>
        {Object.entries(keep).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <input type="search" name="q" defaultValue={query} key={query} aria-label={label} placeholder={label} />
        {children}
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
}

type PagesProps = {
  page: number;
  pages: number;
  /** The address of a page of the list. */
  hrefOf: (page: number) => string;
  /** What lies before and after a page. */
  directions?: readonly [string, string];
};

export function Pages({ page, pages, hrefOf, directions: [before, after] = ["Newer", "Older"] }: PagesProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages of the list" className={styles.pages}>
      {page > 1 ? (
        <Link href={hrefOf(page - 1)} rel="prev">
          {before}
        </Link>
      ) : (
        <span />
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <Link href={hrefOf(page + 1)} rel="next">
          {after}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}

type Tab = { href: string; label: string; count?: number };

/** Neighbouring views of one thing, each with an address of its own. */
export function Tabs({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.href === current ? "page" : undefined}>
          {tab.label}
          {tab.count !== undefined && <span className={styles.count}>{tab.count.toLocaleString("en")}</span>}
        </Link>
      ))}
    </nav>
  );
}
