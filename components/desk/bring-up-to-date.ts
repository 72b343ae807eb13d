/**
 * Makes a shown element look like a newer one, leaving alone whatever is the same in both: pictures do not load again,
 * and the reader's place stays.
 */
export function bringUpToDate(shown: Element, newer: Element): void {
  if (shown.outerHTML === newer.outerHTML) return;
  const pairs = [...shown.children].map((child, at) => [child, newer.children[at]] as const);
  const hasOwnWords = [...shown.childNodes, ...newer.childNodes].some((node) => node.nodeType === 3);
  if (hasOwnWords || shown.children.length !== newer.children.length || !isSameTag(shown, newer)) {
    shown.replaceWith(shown.ownerDocument.importNode(newer, true));
    return;
  }
  for (const [child, next] of pairs) if (next) bringUpToDate(child, next);
}

/** The same opening tag, with all its attributes. */
const isSameTag = (one: Element, other: Element) => one.cloneNode().isEqualNode(other.cloneNode());
