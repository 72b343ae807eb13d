/** What the clocks of a zone are ahead of UTC by at a moment, in milliseconds. */
function zoneOffset(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const clock = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return clock - Math.floor(moment / 1000) * 1000;
}

/** The moment at which a month begins in a zone. `month` counts from 1; 13 is January of the next year. */
function monthBegins(year: number, month: number, timeZone: string): Date {
  const midnight = Date.UTC(year, month - 1, 1);
  const guess = midnight - zoneOffset(midnight, timeZone);
  // Where the clocks change in between, the second look settles it.
  return new Date(midnight - zoneOffset(guess, timeZone));
}

/** From when (inclusive) to when (exclusive) a year, or a month of it, lasts in a zone. */
export function calendarSpan(year: number, month: number | undefined, timeZone: string): { from: Date; before: Date } {
  return month === undefined
    ? { from: monthBegins(year, 1, timeZone), before: monthBegins(year + 1, 1, timeZone) }
    : { from: monthBegins(year, month, timeZone), before: monthBegins(year, month + 1, timeZone) };
}

/** The year and month (from 1) that the calendar of a zone shows. */
export function yearAndMonth(moment: Date, timeZone: string): { year: number; month: number } {
  const local = new Date(moment.getTime() + zoneOffset(moment.getTime(), timeZone));
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1 };
}
