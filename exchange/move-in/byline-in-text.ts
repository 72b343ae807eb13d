import type { Block, Document } from "#core/document";

export type BylineInText = { names: string[]; affiliation: string };

/** A word of a name: "YongHan", "Moon", "J.", "al-Rashid", "de", "O’Neill", "Jong-un", "문주현". */
const WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.-]*|(?:de|van|von|der|den|da|di|la|le|bin|ibn|al|el|dos|du|ten|ter)|[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,6})`;
const NAME = new RegExp(String.raw`^${WORD}(?:\s+${WORD}){1,4}$`, "u");
const TITLE = /^(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame)\.?\s+/;

/** Words that stand in an affiliation and hardly in the first sentence of an article. */
const OFFICE =
  /\b(?:professor|researcher|research fellow|fellow|institute|university|college|school of|department|director|editor|correspondent|reporter|analyst|ambassador|columnist|lecturer|scholar|chair(?:man|woman)?|president|founder|minister|secretary|centre|center|think[- ]tank|foundation|council|academy|expert|journalist|author of|staff writer|contributor)\b/i;

/** The words of a paragraph that is one plain line, or undefined. */
function plainLine(block: Block | undefined): string | undefined {
  if (block?.type !== "paragraph" || !block.content || block.content.length === 0) return undefined;
  if (!block.content.every((node) => node.type === "text" && !node.marks?.some(({ type }) => type === "link")))
    return undefined;
  return block.content
    .map((node) => (node.type === "text" ? node.text : ""))
    .join("")
    .trim();
}

function namesIn(line: string): string[] | undefined {
  const names = line.split(/\s*(?:,|&|\band\b)\s*/).map((name) => name.trim());
  return names.length <= 4 && names.every((name) => name.length <= 60 && NAME.test(name.replace(TITLE, "")))
    ? names
    : undefined;
}

function affiliationIn(line: string | undefined, byBrackets: boolean): string | undefined {
  if (line === undefined || line.length > 200) return undefined;
  const bracketed = /^\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(line)?.[1]?.trim();
  if (bracketed && (byBrackets || OFFICE.test(bracketed))) return bracketed;
  const isSentence = /[.!?:]$/.test(line) || line.split(/\s+/).length > 25;
  return !isSentence && OFFICE.test(line) ? line : undefined;
}

/**
 * The byline with which a text begins: "By" and a name, or a bare name that an affiliation follows. Taken only where it
 * can be nothing else, since a wrong one puts words of an article into somebody's name; `rest` is the text without it.
 */
export function bylineInText(document: Document): { byline: BylineInText; rest: Document } | undefined {
  const [first, second, ...others] = document.content;
  const line = plainLine(first);
  if (line === undefined || line.length > 200 || others.length === 0 || second?.type !== "paragraph") return undefined;
  const afterBy = /^by:?\s+(.+)$/i.exec(line)?.[1];
  const [named = "", ...sameLine] = (afterBy ?? line).split(/\s*,\s*/);
  const inLine = sameLine.join(", ");
  const names = namesIn(afterBy ?? line) ?? (OFFICE.test(inLine) ? namesIn(named) : undefined);
  if (!names) return undefined;
  const onSameLine = namesIn(afterBy ?? line) ? undefined : affiliationIn(inLine, false);
  const below = onSameLine ? undefined : affiliationIn(plainLine(second), afterBy !== undefined);
  const affiliation = onSameLine ?? below;
  if (afterBy === undefined && affiliation === undefined) return undefined;
  const rest = document.content.slice(below === undefined ? 1 : 2);
  return { byline: { names, affiliation: affiliation ?? "" }, rest: { type: "doc", content: rest } };
}
