import type { Mark } from "#core/document";
import { attribute, type Element } from "./elements.ts";

type Plain = Exclude<Mark["type"], "link">;

const byTag: Readonly<Record<string, Plain | undefined>> = {
  b: "bold",
  strong: "bold",
  em: "italic",
  i: "italic",
  cite: "italic",
  dfn: "italic",
  var: "italic",
  s: "strike",
  strike: "strike",
  del: "strike",
  code: "code",
  kbd: "code",
  samp: "code",
  tt: "code",
  sub: "subscript",
  sup: "superscript",
};

const byStyle: readonly [RegExp, Plain][] = [
  [/font-weight\s*:\s*(?:bold|bolder|[6-9]00)/i, "bold"],
  [/font-style\s*:\s*(?:italic|oblique)/i, "italic"],
  [/text-decoration[^;]*:[^;]*line-through/i, "strike"],
  [/vertical-align\s*:\s*super/i, "superscript"],
  [/vertical-align\s*:\s*sub/i, "subscript"],
];

/** What an inline element adds to the marks around it, by its name or, as word processors write it, by its style. */
export function marksWithin(element: Element, marks: readonly Mark[]): readonly Mark[] {
  const style = attribute(element, "style");
  let within = marks;
  const named = byTag[element.tagName];
  // Pasted documents are wrapped into a <b> that says it is not bold.
  const undone = named === "bold" && /font-weight\s*:\s*(?:normal|[1-5]00)/i.test(style);
  if (named && !undone) within = adding(within, named);
  if (style !== "") for (const [pattern, type] of byStyle) if (pattern.test(style)) within = adding(within, type);
  return within;
}

const adding = (marks: readonly Mark[], type: Plain): readonly Mark[] =>
  marks.some((mark) => mark.type === type) ? marks : [...marks, { type }];
