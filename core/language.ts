/** Scripts written from right to left, of languages that newspapers are printed in (Unicode, Scripts). */
const RIGHT_TO_LEFT = new Set(["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"]);

const known = new Map<string, "ltr" | "rtl">();

/** The way a language is written, for the `dir` of a text. */
export function textDirection(language: string): "ltr" | "rtl" {
  const direction = known.get(language) ?? directionOf(language);
  known.set(language, direction);
  return direction;
}

function directionOf(language: string): "ltr" | "rtl" {
  try {
    return RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}
