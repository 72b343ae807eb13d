import { dayInWords } from "#core/dates";

/** How the publication writes days. */
export type Calendar = { timeZone: string; language: string };

/** A day, in the publication's words and zone. */
export function Day({ at, calendar }: { at: Date; calendar: Calendar }) {
  return <time dateTime={at.toISOString()}>{dayInWords(at, calendar.timeZone, calendar.language)}</time>;
}
