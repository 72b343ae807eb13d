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

/** What those who read a language call it: "한국어", "Français". The country is left out, the script is not. */
export function nameInItself(language: string): string {
  try {
    const locale = new Intl.Locale(language);
    const bare = new Intl.Locale(locale.language, locale.script ? { script: locale.script } : {}).toString();
    const name = new Intl.DisplayNames(bare, { type: "language" }).of(bare) ?? language;
    return name.charAt(0).toLocaleUpperCase(bare) + name.slice(1);
  } catch {
    return language;
  }
}
