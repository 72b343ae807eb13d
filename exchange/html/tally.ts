/** The kinds of what a conversion could not take, as one and as many. */
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

/** So many of a kind; the example is "" where none is worth showing. */
export type Left = { kind: LeftKind; count: number; example: string };

/** "2 scripts", "3 pictures (https://example.org/a.jpg and others)". */
export function leftInWords({ kind, count, example }: Left): string {
  const shown = example === "" ? "" : ` (${example}${count > 1 ? " and others" : ""})`;
  return `${count} ${words[kind][count === 1 ? 0 : 1]}${shown}`;
}

/** Counts what a conversion could not take. */
export class Tally {
  #counts = new Map<LeftKind, number>();
  #examples = new Map<LeftKind, string>();

  /** One more of a kind; the first example of each is kept to show. */
  add(kind: LeftKind, example = ""): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
    if (example !== "" && !this.#examples.has(kind)) this.#examples.set(kind, example.slice(0, 120));
  }

  get left(): Left[] {
    return [...this.#counts].map(([kind, count]) => ({ kind, count, example: this.#examples.get(kind) ?? "" }));
  }
}
