/** Moments as the desk says them, in the publication's zone: "today 12:04", "23 Nov 2026, 12:04". */
export function deskClock(zone: string, now: Date): (moment: Date) => string {
  const day = new Intl.DateTimeFormat("en-GB", { timeZone: zone, day: "numeric", month: "short", year: "numeric" });
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  const today = day.format(now);
  return (moment) => {
    const itsDay = day.format(moment);
    return itsDay === today ? `today ${time.format(moment)}` : `${itsDay}, ${time.format(moment)}`;
  };
}
