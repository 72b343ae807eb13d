/** Words whose last letter only looks like a plural's. */
const ALIKE = new Set(["news", "new"]);

function singular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

const BRITISH = /is(e|es|ed|er|ers|ing|ation|ations)$/;
const OXFORD = /iz(e|es|ed|er|ers|ing|ation|ations)$/;

/**
 * The forms in which a searched word may stand in an English text: one and many, and either spelling of -ise. The word
 * itself is the first. A form that is no word finds nothing and does no harm, so the rules can stay this few.
 */
export function wordForms(word: string): string[] {
  if (!/^[a-z]{3,}$/.test(word) || ALIKE.has(word)) return [word];
  const one = singular(word);
  const forms = new Set([word, one, plural(one)]);
  if (word.length > 5) {
    for (const form of [...forms]) forms.add(form.replace(BRITISH, "iz$1")).add(form.replace(OXFORD, "is$1"));
  }
  return [...forms];
}
