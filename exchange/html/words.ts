import type { Block, Inline, Paragraph, TextNode } from "#core/document";
import { settle } from "./line.ts";

/** A heading is bold by itself. */
export const withoutBold = (content: Inline[]): Inline[] =>
  content.every((node) => node.type !== "text" || node.marks?.some(({ type }) => type === "bold"))
    ? settle(
        content.map((node) => {
          if (node.type !== "text") return node;
          const marks = node.marks?.filter(({ type }) => type !== "bold") ?? [];
          return marks.length > 0 ? { ...node, marks } : { type: "text", text: node.text };
        }),
      )
    : content;

/** Blocks as one line of words, for places that hold nothing else. */
export function wordsOf(blocks: readonly Block[]): TextNode[] {
  const line: Inline[] = [];
  for (const paragraph of paragraphsOf(blocks)) {
    if (line.length > 0) line.push({ type: "text", text: " " });
    for (const node of paragraph.content ?? []) {
      if (node.type === "text") line.push(node);
      else line.push({ type: "text", text: " " });
      if (node.type === "footnote") line.push(...(node.content ?? []));
    }
  }
  return settle(line).filter((node) => node.type === "text");
}

/** The words of blocks as paragraphs, for places that hold nothing else. Pictures have none. */
export function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block): Paragraph[] => {
    switch (block.type) {
      case "paragraph":
        return [block];
      case "heading":
      case "codeBlock":
        return [{ type: "paragraph", content: block.content ?? [] }];
      case "embed": {
        const { href, title } = block.attrs;
        return [
          {
            type: "paragraph",
            content: [{ type: "text", text: title || href, marks: [{ type: "link", attrs: { href } }] }],
          },
        ];
      }
      case "bulletList":
      case "orderedList":
        return block.content.flatMap((item) => paragraphsOf(item.content));
      case "table":
        return block.content.flatMap((row) => row.content.flatMap((cell) => paragraphsOf(cell.content)));
      case "blockquote":
      case "pullQuote":
        return paragraphsOf(block.content);
      default:
        return [];
    }
  });
}
