/** What a conversion could not take, by kind: the words stand here once, the counts with whoever converts. */
const words = {
  script: ["script", "scripts"],
  style: ["style sheet", "style sheets"],
  handler: ["script in an attribute", "scripts in attributes"],
  field: ["form field or button", "form fields or buttons"],
  link: ["link with an address that is not allowed", "links with addresses that are not allowed"],
  picture: ["picture", "pictures"],
  drawing: ["inline drawing", "inline drawings"],
  player: ["player without a web address", "players without a web address"],
  hidden: ["hidden passage", "hidden passages"],
  cut: ["caption or title that was too long and was cut", "captions or titles that were too long and were cut"],
  depth: ["passage nested too deeply, read as plain text", "passages nested too deeply, read as plain text"],
} as const;

export type LeftKind = keyof typeof words;

export class Tally {
  #counts = new Map<LeftKind, number>();
  #examples = new Map<LeftKind, string>();

  /** One more of a kind; the first example of each is kept to show. */
  add(kind: LeftKind, example = ""): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
    if (example !== "" && !this.#examples.has(kind)) this.#examples.set(kind, example.slice(0, 120));
  }

  /** "2 scripts", "3 pictures (https://example.org/a.jpg and others)". */
  sentences(): string[] {
    return [...this.#counts].map(([kind, count]) => {
      const example = this.#examples.get(kind);
      const shown = example ? ` (${example}${count > 1 ? " and others" : ""})` : "";
      return `${count} ${words[kind][count === 1 ? 0 : 1]}${shown}`;
    });
  }
}
