/** "26 November 2024", as people of that language write a day, in the publication's own zone. */
export function dayInWords(moment: Date, zone: string, language: string): string {
  return dayFormat(zone, language).format(moment);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using one, and a publication has one zone and few languages. */
function dayFormat(timeZone: string, language: string): Intl.DateTimeFormat {
  const key = `${timeZone} ${language}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone });
  formats.set(key, format);
  return format;
}

/** "26 November 2024 at 14:05": for what is said in a conversation, where the minute tells who answered whom. */
export function momentInWords(moment: Date, timeZone: string, language: string): string {
  const key = `moment ${timeZone} ${language}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", timeZone });
  formats.set(key, format);
  return format.format(moment);
}
