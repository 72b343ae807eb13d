/** Quotation marks as the language prints them: outer pair, inner pair. French sets a thin space inside. */
const marks: Record<string, readonly [string, string, string, string]> = {
  en: ["“", "”", "‘", "’"],
  ko: ["“", "”", "‘", "’"],
  zh: ["“", "”", "‘", "’"],
  ja: ["「", "」", "『", "』"],
  de: ["„", "“", "‚", "‘"],
  cs: ["„", "“", "‚", "‘"],
  fr: ["«\u202f", "\u202f»", "“", "”"],
  es: ["«", "»", "“", "”"],
  it: ["«", "»", "“", "”"],
  pt: ["«", "»", "“", "”"],
  ru: ["«", "»", "„", "“"],
  uk: ["«", "»", "„", "“"],
  pl: ["„", "”", "«", "»"],
  sv: ["”", "”", "’", "’"],
  fi: ["”", "”", "’", "’"],
};

const opensAfter = /(?:^|[\s([{<—–“„«‘‚「『/-])$/u;

/**
 * What a straight `"` or `'` becomes when it is typed after `before`, in a language. An apostrophe inside or after a
 * word is one, whatever the language.
 */
export function typedQuote(sign: '"' | "'", before: string, language: string): string {
  const [open, close, innerOpen, innerClose] = marks[language.split("-")[0]?.toLowerCase() ?? "en"] ?? marks.en ?? [];
  const opens = opensAfter.test(before);
  if (sign === '"') return (opens ? open : close) ?? sign;
  if (opens) return innerOpen ?? sign;
  return /[\p{L}\p{N}]$/u.test(before) ? "’" : (innerClose ?? sign);
}

/** What the last signs of `text` become: two hyphens a dash, three points an ellipsis. */
export function typedSigns(text: string): { drop: number; put: string } | undefined {
  if (text.endsWith("–-")) return { drop: 2, put: "—" };
  if (text.endsWith("--")) return { drop: 2, put: "–" };
  if (text.endsWith("...")) return { drop: 3, put: "…" };
  return undefined;
}
