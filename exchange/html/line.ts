import type { Inline, Mark, TextNode } from "#core/document";

const BLANK = /^[\s\u200b\u2060]*$/;

const sameMarks = (a: readonly Mark[] = [], b: readonly Mark[] = []) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Words on their way into a paragraph. White space is treated as a browser treats it: runs become one space, none at
 * the edges of a line. All other characters stay as they are.
 */
export class Line {
  #nodes: Inline[] = [];

  text(value: string, marks: readonly Mark[]): void {
    if (value !== "") this.#nodes.push(textNode(value, marks));
  }

  break(): void {
    this.#nodes.push({ type: "hardBreak" });
  }

  footnote(content: TextNode[]): void {
    this.#nodes.push({ type: "footnote", content });
  }

  /** The paragraphs of the line, which is empty afterwards: two line breaks or more begin a new one. */
  take(): Inline[][] {
    const paragraphs: Inline[][] = [];
    let current: Inline[] = [];
    let breaks = 0;
    for (const node of settle(this.#nodes)) {
      if (node.type === "hardBreak") {
        breaks += 1;
        continue;
      }
      if (breaks > 1 && current.length > 0) {
        paragraphs.push(current);
        current = [];
      } else if (breaks === 1 && current.length > 0) {
        current.push({ type: "hardBreak" });
      }
      breaks = 0;
      current.push(node);
    }
    if (current.length > 0) paragraphs.push(current);
    this.#nodes = [];
    return paragraphs.filter((paragraph) => !isBlank(paragraph));
  }
}

const textNode = (value: string, marks: readonly Mark[]): TextNode =>
  marks.length > 0 ? { type: "text", text: value, marks: [...marks] } : { type: "text", text: value };

const isBlank = (paragraph: Inline[]) =>
  paragraph.every((node) => node.type === "hardBreak" || (node.type === "text" && BLANK.test(node.text)));

/** Joins neighbours that are marked alike and settles white space across them. */
export function settle(nodes: readonly Inline[]): Inline[] {
  const settled: Inline[] = [];
  let afterSpace = true;
  for (const node of nodes) {
    if (node.type !== "text") {
      if (node.type === "hardBreak") {
        trimEnd(settled);
        afterSpace = true;
      } else {
        afterSpace = false;
      }
      settled.push(node);
      continue;
    }
    let value = node.text.replace(/[ \t\n\r\f]+/g, " ");
    if (afterSpace && value.startsWith(" ")) value = value.slice(1);
    if (value === "") continue;
    afterSpace = value.endsWith(" ");
    const last = settled.at(-1);
    if (last?.type === "text" && sameMarks(last.marks, node.marks)) {
      settled[settled.length - 1] = { ...last, text: last.text + value };
    } else {
      settled.push({ ...node, text: value });
    }
  }
  trimEnd(settled);
  return settled;
}

function trimEnd(nodes: Inline[]): void {
  for (let last = nodes.at(-1); last?.type === "text" && last.text.endsWith(" "); last = nodes.at(-1)) {
    const text = last.text.slice(0, -1);
    nodes.pop();
    if (text !== "") {
      nodes.push({ ...last, text });
      return;
    }
  }
}
