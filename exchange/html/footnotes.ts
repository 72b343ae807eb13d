import { attribute, type Child, descendants, type Element, hasClass, isElement, lineOf } from "./elements.ts";

/** The notes of a text, by the name their references use, and the elements that need not be read again as text. */
export type Footnotes = { notes: ReadonlyMap<string, Element>; read: ReadonlySet<Child> };

const backLink = /^#(?:fnref|_ftnref|ftnt_ref|.*-link$)/;

/** The note an element refers to: WordPress' `data-fn`, or a link to the name of a note. */
export function referenceOf(element: Element): string | undefined {
  const block = attribute(element, "data-fn");
  if (block !== "") return block;
  if (element.tagName === "sup" && element.childNodes.filter(isElement).length === 1) {
    const link = element.childNodes.find(isElement);
    return link?.tagName === "a" ? referenceOf(link) : undefined;
  }
  const href = attribute(element, "href");
  if (element.tagName !== "a" || !href.startsWith("#") || backLink.test(href)) return undefined;
  // "1", "[1]", "(1)", "*", "†": a longer text is a link within the page, not the mark of a note.
  return /^[[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§]{1,3})[\])]?$/i.test(lineOf(element)) ? href.slice(1) : undefined;
}

/**
 * Finds notes that stand at the foot (of WordPress, Markdown and word processors) and are referred to, so that each can
 * move to the place that refers to it. A note nobody refers to stays where it is.
 */
export function findFootnotes(root: { childNodes: Child[] }): Footnotes {
  const wanted = new Set<string>();
  for (const element of descendants(root)) {
    const name = referenceOf(element);
    if (name) wanted.add(name);
  }
  const notes = new Map<string, Element>();
  const read = new Set<Child>();
  if (wanted.size === 0) return { notes, read };
  for (const element of descendants(root)) {
    if (element.tagName !== "li" && element.tagName !== "div" && element.tagName !== "p") continue;
    const id = attribute(element, "id");
    const name = wanted.has(id) ? id : `_${id}`;
    if (id !== "" && wanted.has(name) && !notes.has(name)) {
      notes.set(name, element);
      read.add(element);
    }
  }
  for (const element of descendants(root)) {
    if (holdsOnlyNotes(element, read)) read.add(element);
  }
  return { notes, read };
}

const holdsOnlyNotes = (element: Element, read: ReadonlySet<Child>): boolean =>
  (element.tagName === "ol" || element.tagName === "ul" || hasClass(element, "footnotes")) &&
  element.childNodes.some((child) => read.has(child)) &&
  element.childNodes.every((child) => read.has(child) || !isElement(child));

/** True for the arrow that leads from a note back to the text. */
export const isBackLink = (element: Element): boolean =>
  element.tagName === "a" && (backLink.test(attribute(element, "href")) || hasClass(element, "footnote-backref"));
