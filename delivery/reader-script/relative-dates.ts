const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Says of comments of the last week how long ago they were; the exact moment stays in the title. */
export function datesInWords(within: Element): void {
  // The first of its kind in a page has the browser read its language: 15 ms of a quick processor.
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "auto" });
  for (const time of within.querySelectorAll("time")) {
    const age = Date.now() - Date.parse(time.dateTime);
    if (!(age >= 0 && age < 7 * DAY) || time.title) continue;
    time.title = time.textContent ?? "";
    time.textContent =
      age < HOUR
        ? words.format(-Math.floor(age / MINUTE), "minute")
        : age < DAY
          ? words.format(-Math.floor(age / HOUR), "hour")
          : words.format(-Math.floor(age / DAY), "day");
  }
}
