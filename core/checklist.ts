import { walk } from "#core/document";
import type { Draft } from "#core/draft";

/** What to look at before readers do. All of it is advice, save what would break a page. */
export type Advice =
  | { kind: "no-headline"; blocks: true }
  | { kind: "long-headline"; blocks: false; length: number }
  | { kind: "no-standfirst"; blocks: false }
  | { kind: "no-byline"; blocks: false }
  | { kind: "no-text"; blocks: false }
  | { kind: "no-picture"; blocks: false }
  | { kind: "undescribed-pictures"; blocks: false; count: number }
  | { kind: "uncredited-pictures"; blocks: false; count: number }
  | { kind: "heading-out-of-order"; blocks: false }
  | { kind: "empty-notes"; blocks: false; count: number };

/** Longer ones are cut in search results and wrap to four lines on a phone. */
export const LONG_HEADLINE = 90;

/** The advice for a text, the most important first. */
export function checklist(draft: Draft): Advice[] {
  const nodes = [...walk(draft.body)];
  const inBody = nodes.flatMap((node) => (node.type === "picture" ? node.attrs : []));
  const lead = draft.pictureId === null ? [] : [{ alt: draft.pictureAlt, credit: draft.pictureCredit }];
  const pictures = [...lead, ...inBody];
  const undescribed = pictures.filter(({ alt }) => alt.trim() === "").length;
  const uncredited = pictures.filter(({ credit }) => credit.trim() === "").length;
  const emptyNotes = nodes.filter((node) => node.type === "footnote" && (node.content ?? []).length === 0).length;
  const levels = nodes.flatMap((node) => (node.type === "heading" ? node.attrs.level : []));
  const leaps = levels.some((level, at) => level > (levels[at - 1] ?? 1) + 1);
  const advice: (Advice | false)[] = [
    draft.headline.trim() === "" && { kind: "no-headline", blocks: true },
    draft.headline.length > LONG_HEADLINE && { kind: "long-headline", blocks: false, length: draft.headline.length },
    draft.standfirst.trim() === "" && { kind: "no-standfirst", blocks: false },
    draft.bylines.length === 0 && { kind: "no-byline", blocks: false },
    !nodes.some((node) => node.type === "text") && { kind: "no-text", blocks: false },
    draft.pictureId === null && { kind: "no-picture", blocks: false },
    undescribed > 0 && { kind: "undescribed-pictures", blocks: false, count: undescribed },
    uncredited > 0 && { kind: "uncredited-pictures", blocks: false, count: uncredited },
    leaps && { kind: "heading-out-of-order", blocks: false },
    emptyNotes > 0 && { kind: "empty-notes", blocks: false, count: emptyNotes },
  ];
  return advice.filter((one) => one !== false);
}

/** The web addresses a text leads to, each once, in the order of reading. */
export function linksOf(draft: Pick<Draft, "body">): string[] {
  const links = new Set<string>();
  for (const node of walk(draft.body)) {
    if (node.type === "embed") links.add(node.attrs.href);
    if (node.type !== "text") continue;
    for (const mark of node.marks ?? []) if (mark.type === "link") links.add(mark.attrs.href);
  }
  return [...links].filter((href) => /^https?:/.test(href));
}
