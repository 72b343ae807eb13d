const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Props = { at: Date; now: Date; timeZone: string };

/** A moment as people say it: "5 minutes ago" today, a date before. The title says it to the minute. */
export function Ago({ at, now, timeZone }: Props) {
  const whole = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <time dateTime={at.toISOString()} title={whole.format(at)}>
      {agoInWords(at, now, timeZone)}
    </time>
  );
}

function agoInWords(at: Date, now: Date, timeZone: string): string {
  const passed = now.getTime() - at.getTime();
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  if (passed < MINUTE) return "just now";
  if (passed < HOUR) return words.format(-Math.floor(passed / MINUTE), "minute");
  if (passed < DAY) return words.format(-Math.floor(passed / HOUR), "hour");
  if (passed < 7 * DAY) return words.format(-Math.floor(passed / DAY), "day");
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone }).format(at);
}
