import type { Block, Mark, TableCell, TableRow } from "#core/document";
import type { Conversion } from "./conversion.ts";
import { attribute, type Child, type Element, isElement, lineOf } from "./elements.ts";

/** A table with its caption. A table of one cell was only ever a frame, so its contents stand by themselves. */
export function tableOf(conversion: Conversion, element: Element, marks: readonly Mark[], captionBelow = ""): Block[] {
  const rows: TableRow[] = [];
  let caption = captionBelow;
  const read = (nodes: readonly Child[]) => {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      if (node.tagName === "caption") caption = [lineOf(node), captionBelow].filter(Boolean).join(" ");
      else if (node.tagName === "tr") {
        const cells = cellsOf(conversion, node, marks);
        if (cells.length > 0) rows.push({ type: "tableRow", content: cells });
      } else read(node.childNodes);
    }
  };
  read(element.childNodes);
  const only = rows.length === 1 && rows[0]?.content.length === 1 ? rows[0].content[0] : undefined;
  if (rows.every((row) => row.content.every(isEmpty))) rows.length = 0;
  if (rows.length === 0 || only) {
    const title: Block[] = caption === "" ? [] : [{ type: "paragraph", content: [{ type: "text", text: caption }] }];
    return only && rows.length > 0 ? [...title, ...only.content] : title;
  }
  if (caption.length > 500) conversion.tally.add("cut", caption);
  return [{ type: "table", ...(caption === "" ? {} : { attrs: { caption: caption.slice(0, 500) } }), content: rows }];
}

function cellsOf(conversion: Conversion, row: Element, marks: readonly Mark[]): TableCell[] {
  const cells: TableCell[] = [];
  for (const node of row.childNodes) {
    if (!isElement(node) || (node.tagName !== "td" && node.tagName !== "th")) continue;
    const blocks = conversion.blocksOf(node.childNodes, marks);
    const content: Block[] = blocks.length > 0 ? blocks : [{ type: "paragraph" }];
    const spans = { ...span(node, "colspan"), ...span(node, "rowspan") };
    cells.push({
      type: node.tagName === "th" ? "tableHeader" : "tableCell",
      ...(Object.keys(spans).length > 0 ? { attrs: spans } : {}),
      content,
    });
  }
  return cells;
}

function span(cell: Element, name: "colspan" | "rowspan"): Partial<Record<typeof name, number>> {
  const given = Number.parseInt(attribute(cell, name), 10);
  return given > 1 ? { [name]: Math.min(given, 100) } : {};
}

const isEmpty = (cell: TableCell): boolean =>
  cell.content.every((block) => block.type === "paragraph" && (block.content ?? []).length === 0);
