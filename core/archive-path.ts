/** "/archive/2026" and "/archive/2026/11". */
export const archivePath = (year: number, month?: number): string =>
  month === undefined ? `/archive/${year}` : `/archive/${year}/${String(month).padStart(2, "0")}`;

/** "November", as people of that language write it. */
export const monthName = (month: number, language: string): string =>
  new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(Date.UTC(2020, month - 1, 15));
