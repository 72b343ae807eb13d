import type { DefaultTreeAdapterTypes } from "parse5";

/** Reading parse5's tree: nothing here knows what becomes of it. */
export type Element = DefaultTreeAdapterTypes.Element;
export type Child = DefaultTreeAdapterTypes.ChildNode;
type Parent = { childNodes: Child[] };

export const isElement = (node: Child): node is Element => "tagName" in node;

export const isText = (node: Child): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === "#text";

export function attribute(element: Element, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value ?? "";
}

export const attributes = (element: Element): Record<string, string> =>
  Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));

export function hasClass(element: Element, ...names: string[]): boolean {
  const classes = attribute(element, "class").split(/\s+/);
  return names.some((name) => classes.includes(name));
}

/** The elements below a node in document order, without recursion: markup may be nested thousands deep. */
export function* descendants(node: Parent): Generator<Element> {
  const waiting: Child[] = [...node.childNodes].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!isElement(next)) continue;
    yield next;
    for (let index = next.childNodes.length - 1; index >= 0; index -= 1) {
      const child = next.childNodes[index];
      if (child) waiting.push(child);
    }
  }
}

export function firstOf(node: Parent, ...tags: string[]): Element | undefined {
  for (const element of descendants(node)) if (tags.includes(element.tagName)) return element;
  return undefined;
}

const SILENT = new Set(["script", "style", "noscript", "template", "title", "textarea", "select"]);

/** Every character of text below a node, as written; `<br>` is a line's end. Scripts and styles have no text. */
export function rawText(node: Parent): string {
  const parts: string[] = [];
  const waiting: Child[] = [...node.childNodes].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isText(next)) parts.push(next.value);
    else if (isElement(next) && next.tagName === "br") parts.push("\n");
    else if (isElement(next) && !SILENT.has(next.tagName)) {
      for (let index = next.childNodes.length - 1; index >= 0; index -= 1) {
        const child = next.childNodes[index];
        if (child) waiting.push(child);
      }
    }
  }
  return parts.join("");
}

/** The text below a node as one line. */
export const lineOf = (node: Parent): string => oneLine(rawText(node));

/** White space as HTML sees it becomes single spaces; a non-breaking space is a letter like any other. */
export const oneLine = (text: string): string => text.replace(/[ \t\n\r\f]+/g, " ").replace(/^ | $/g, "");
