import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { SearchParams } from "#app/_server/page-address";
import { findSearchPage, listYears, type SearchAddress, type SearchPage } from "#app/_server/search-queries";
import { findNavigation, findSettings } from "#app/_server/site-queries";
import { SearchAdvice } from "#components/search/search-advice";
import { SearchPanel } from "#components/search/search-panel";
import { SearchResult } from "#components/search/search-result";
import { ListColumns } from "#components/section/list-columns";
import { SectionHead } from "#components/section/section-head";
import { EmptyNote } from "#components/ui/empty-note";
import { RESULTS_ON_A_PAGE } from "#core/list-pages";
import { quotedQuery } from "#core/search-query";
import { Framed } from "../framed";
import { Part } from "../part";
import styles from "./page.module.css";

type Props = { searchParams: SearchParams };

async function searchAddress({ searchParams }: Props): Promise<SearchAddress> {
  const given = await searchParams;
  const one = (name: string): string => {
    const value = given[name];
    return (Array.isArray(value) ? value[0] : value)?.normalize("NFC") ?? "";
  };
  const page = one("page");
  return {
    q: one("q"),
    section: one("section"),
    contributor: one("contributor"),
    topic: one("topic"),
    year: one("year"),
    sort: one("sort"),
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  };
}

function searchHref(address: SearchAddress, changed: Partial<SearchAddress>): string {
  const { page, ...words } = { ...address, page: 1, ...changed };
  const query = new URLSearchParams(Object.entries(words).filter(([, value]) => value !== ""));
  if (page > 1) query.set("page", String(page));
  return `/search?${query}`;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { q } = await searchAddress(props);
  // Results change with every article; what stands in them has a page of its own to be found by.
  return { title: q.trim() ? `Search: ${q.trim()}` : "Search", robots: { index: false, follow: true } };
}

export default async function SearchResultsPage(props: Props) {
  const address = await searchAddress(props);
  const page = await findSearchPage(address);
  if (address.page > 1 && page.results.length === 0) notFound();
  const { contributor, topic } = page;
  return (
    <Framed>
      <SectionHead title="Search" />
      <SearchPanel
        words={address.q}
        section={address.section}
        year={address.year}
        sort={page.order === "newest" ? "newest" : ""}
        sections={await findNavigation()}
        years={await listYears()}
        kept={[
          ...(contributor
            ? [
                {
                  name: "contributor" as const,
                  slug: contributor.slug,
                  label: `Only articles by ${contributor.name}.`,
                  withoutHref: searchHref(address, { contributor: "" }),
                },
              ]
            : []),
          ...(topic
            ? [
                {
                  name: "topic" as const,
                  slug: topic.slug,
                  label: `Only articles on ${topic.name}.`,
                  withoutHref: searchHref(address, { topic: "" }),
                },
              ]
            : []),
        ]}
      />
      <div className={styles.results}>
        <ListColumns beside={<Part name="trending" />}>
          <Results address={address} page={page} />
        </ListColumns>
      </div>
    </Framed>
  );
}

async function Results({ address, page }: { address: SearchAddress; page: SearchPage }) {
  if (page.query.wanted.length === 0) {
    return address.q.trim() === "" ? (
      <SearchAdvice />
    ) : (
      <>
        <EmptyNote title="There is no word in this to look for." />
        <SearchAdvice />
      </>
    );
  }
  const calendar = await findSettings();
  const { results, spelling, total, isMore, isLoose } = page;
  return (
    <>
      {(total === 0 || isLoose) && (
        <EmptyNote
          title={
            <>
              Nothing was found for <bdi>{quotedQuery(page.query)}</bdi>.
            </>
          }
        >
          {spelling && (
            <>
              Did you mean <a href={searchHref(address, { q: spelling })}>{spelling}</a>?
            </>
          )}
        </EmptyNote>
      )}
      {total > 0 && (
        <p className={styles.count} role="status">
          {isLoose ? "These articles hold some of the words: " : ""}
          {isMore ? "more than " : ""}
          {total.toLocaleString(calendar.language)} {total === 1 ? "article" : "articles"}
        </p>
      )}
      {results.map((result) => (
        <SearchResult key={result.article.id} {...result} calendar={calendar} />
      ))}
      {total === 0 && <SearchAdvice />}
      <ResultPages address={address} total={total} />
    </>
  );
}

function ResultPages({ address, total }: { address: SearchAddress; total: number }) {
  const { page } = address;
  const pages = Math.ceil(total / RESULTS_ON_A_PAGE);
  if (pages < 2) return null;
  return (
    <nav className={styles.pages} aria-label="Pages of results">
      {page > 1 && (
        <a href={searchHref(address, { page: page - 1 })} rel="prev">
          ← Back
        </a>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={searchHref(address, { page: page + 1 })} rel="next">
          More results →
        </a>
      )}
    </nav>
  );
}
