import { calendarSpan } from "#core/calendar";
import { ARCHIVE_ON_A_PAGE } from "#core/list-pages";
import { latestTag } from "#core/page-tags";
import type { PublishedCard } from "#db/published";
import { type ArchiveMonth, listIdsBetween, listMonths } from "#db/published-archive";
import { findNextAppearance } from "#db/published-lists";
import { changesAt, dependsOn } from "#delivery/page-context";
import { findSettings, requestTime, showCards } from "./site-queries";

/** The months that hold articles, newest first. */
export async function findArchive(): Promise<ArchiveMonth[]> {
  const now = requestTime();
  dependsOn(latestTag);
  changesAt(await findNextAppearance(now));
  return listMonths((await findSettings()).timeZone, now);
}

/** A page of what was published in a month, or a whole year, in the order of publication. */
export async function findArchivePage(year: number, month: number | undefined, page: number): Promise<PublishedCard[]> {
  const now = requestTime();
  dependsOn(latestTag);
  changesAt(await findNextAppearance(now));
  const span = calendarSpan(year, month, (await findSettings()).timeZone);
  return showCards(
    await listIdsBetween(span, { limit: ARCHIVE_ON_A_PAGE, offset: (page - 1) * ARCHIVE_ON_A_PAGE }, now),
  );
}
