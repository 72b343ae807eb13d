import type { ReactNode } from "react";
import type { Block, Table, TableCell, TableRow } from "#core/document";
import styles from "./body.module.css";

/** Cells hold blocks as the body itself does, so whoever renders the body says how. */
type RenderBlocks = (nodes: readonly Block[]) => ReactNode;

/** A table, which moves sideways within the page where it is wider than a screen. */
export function BodyTable({ node, renderBlocks }: { node: Table; renderBlocks: RenderBlocks }) {
  const firstOfBody = node.content.findIndex((row) => row.content.some(({ type }) => type === "tableCell"));
  const headRows = Math.max(0, firstOfBody);
  const caption = node.attrs?.caption;
  return (
    <figure>
      {caption && <figcaption className={styles.tableCaption}>{caption}</figcaption>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard (WCAG 2.1.1). */}
      <section className={styles.scroll} aria-label={caption || "Table"} tabIndex={0}>
        <table>
          {headRows > 0 && (
            <thead>
              <Rows rows={node.content.slice(0, headRows)} scope="col" renderBlocks={renderBlocks} />
            </thead>
          )}
          <tbody>
            <Rows rows={node.content.slice(headRows)} scope="row" renderBlocks={renderBlocks} />
          </tbody>
        </table>
      </section>
    </figure>
  );
}

type RowsProps = { rows: readonly TableRow[]; scope: "col" | "row"; renderBlocks: RenderBlocks };

function Rows({ rows, scope, renderBlocks }: RowsProps) {
  return rows.map((row, index) => (
    <tr key={String(index)}>
      {row.content.map((cell, place) => (
        <Cell key={String(place)} cell={cell} scope={scope}>
          {renderBlocks(cell.content)}
        </Cell>
      ))}
    </tr>
  ));
}

function Cell({ cell, scope, children }: { cell: TableCell; scope: "col" | "row"; children: ReactNode }) {
  const { colspan, rowspan } = cell.attrs ?? {};
  if (cell.type === "tableHeader") {
    return (
      <th colSpan={colspan} rowSpan={rowspan} scope={scope}>
        {children}
      </th>
    );
  }
  return (
    <td colSpan={colspan} rowSpan={rowspan}>
      {children}
    </td>
  );
}
