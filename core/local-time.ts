/*
 * Times as people say them at the desk, "2026-11-23T09:00", in the publication's zone, and the moments they mean.
 */

const parts = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = parts.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  parts.set(zone, format);
  return format;
}

/** A moment as clocks in the zone show it, to the minute: "2026-11-23T09:00". */
export function localTime(moment: Date, zone: string): string {
  return formatOf(zone).format(moment).replace(" ", "T");
}

/**
 * The moment that a clock in the zone shows as `local`. An hour that summer time skips is read as the hour after it; one
 * that comes twice, as its first coming. Undefined for what is no time.
 */
export function momentAt(local: string, zone: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return undefined;
  const asIfUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asIfUtc) || new Date(asIfUtc).toISOString().slice(0, 16) !== local) return undefined;
  const offsetAt = (moment: number) => Date.parse(`${localTime(new Date(moment), zone)}:00Z`) - moment;
  const candidates = [asIfUtc - offsetAt(asIfUtc - 86_400_000), asIfUtc - offsetAt(asIfUtc + 86_400_000)];
  const exact = candidates.filter((moment) => moment + offsetAt(moment) === asIfUtc);
  return new Date(exact.length > 0 ? Math.min(...exact) : Math.max(...candidates));
}
