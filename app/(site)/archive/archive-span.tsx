import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findArchive, findArchivePage } from "#app/_server/archive-queries";
import { pageAddress, type SearchParams } from "#app/_server/page-address";
import { findSettings } from "#app/_server/site-queries";
import { ArchiveDays } from "#components/section/archive-days";
import { SectionHead } from "#components/section/section-head";
import { archivePath, monthName } from "#core/archive-path";
import { ARCHIVE_ON_A_PAGE } from "#core/list-pages";
import { Framed } from "../framed";
import styles from "./archive-span.module.css";

type Props = { params: Promise<{ year: string; month?: string }>; searchParams: SearchParams };

/** The year, or a month of it, that an address names; there is none where nothing was published then. */
async function requireSpan({ params, searchParams }: Props) {
  const { year, month } = await params;
  const address = await pageAddress(searchParams);
  const isWritten = /^\d{4}$/.test(year) && (month === undefined || /^(?:0[1-9]|1[0-2])$/.test(month));
  if (!address || !isWritten) notFound();
  const span = { year: Number(year), month: month === undefined ? undefined : Number(month) };
  const months = (await findArchive()).filter(
    (each) => each.year === span.year && (span.month === undefined || each.month === span.month),
  );
  const total = months.reduce((sum, { articles }) => sum + articles, 0);
  if (total === 0 || (address.number - 1) * ARCHIVE_ON_A_PAGE >= total) notFound();
  const { language } = await findSettings();
  const title = span.month === undefined ? year : `${monthName(span.month, language)} ${year}`;
  return { ...span, total, title, page: address.number, path: archivePath(span.year, span.month) };
}

export async function archiveMetadata(props: Props): Promise<Metadata> {
  const { title, page, path } = await requireSpan(props);
  const { name } = await findSettings();
  return {
    title: page > 1 ? `Archive: ${title}, page ${page}` : `Archive: ${title}`,
    description: `What ${name} published in ${title}.`,
    alternates: { canonical: page > 1 ? `${path}?page=${page}` : path },
  };
}

/** What was published in a year or a month, day by day. */
export async function ArchiveSpan(props: Props) {
  const { year, month, total, title, page, path } = await requireSpan(props);
  const pages = Math.ceil(total / ARCHIVE_ON_A_PAGE);
  return (
    <Framed>
      <SectionHead label="Archive" title={title}>
        <p>
          {total} {total === 1 ? "article" : "articles"}
        </p>
      </SectionHead>
      <ArchiveDays articles={await findArchivePage(year, month, page)} calendar={await findSettings()} />
      <nav className={styles.pages} aria-label="Archive pages">
        {page > 1 && (
          <a href={page === 2 ? path : `${path}?page=${page - 1}`} rel="prev">
            ← Earlier
          </a>
        )}
        {page < pages && (
          <a href={`${path}?page=${page + 1}`} rel="next">
            Later →
          </a>
        )}
        {month !== undefined && <a href={archivePath(year)}>All of {year}</a>}
        <a href="/archive">The whole archive</a>
      </nav>
    </Framed>
  );
}
