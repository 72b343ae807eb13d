/**
 * A moment as WordPress writes it: the first of the given texts that is one. "2024-11-26 09:00:00" is read as UTC, which
 * is what the GMT fields mean and the nearest we can come for the others; drafts carry "0000-00-00 00:00:00".
 */
export function momentOf(...given: (string | undefined)[]): Date | undefined {
  for (const text of given) {
    const trimmed = text?.trim() ?? "";
    if (trimmed === "" || trimmed.startsWith("0000") || trimmed.startsWith("-0001")) continue;
    const moment = new Date(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(trimmed) ? `${trimmed.replace(" ", "T")}Z` : trimmed,
    );
    const year = moment.getUTCFullYear();
    if (year >= 1000 && year <= 9999) return moment;
  }
  return undefined;
}
