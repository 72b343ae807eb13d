import type { Table, TableCell, TableRow } from "#core/document";
import styles from "./body.module.css";
import { Blocks } from "./body-blocks";
import type { BodyContext } from "./body-context";

/** A table, which moves sideways within the page where it is wider than a screen. */
export function BodyTable({ node, context }: { node: Table; context: BodyContext }) {
  const firstOfBody = node.content.findIndex((row) => row.content.some(({ type }) => type === "tableCell"));
  const [head, body] =
    firstOfBody < 0 ? [[], node.content] : [node.content.slice(0, firstOfBody), node.content.slice(firstOfBody)];
  const caption = node.attrs?.caption;
  return (
    <figure>
      {caption && <figcaption className={styles.tableCaption}>{caption}</figcaption>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard (WCAG 2.1.1). */}
      <section className={styles.scroll} aria-label={caption || "Table"} tabIndex={0}>
        <table>
          {head.length > 0 && (
            <thead>
              <Rows rows={head} scope="col" context={context} />
            </thead>
          )}
          <tbody>
            <Rows rows={body} scope="row" context={context} />
          </tbody>
        </table>
      </section>
    </figure>
  );
}

type Scope = "col" | "row";

function Rows({ rows, scope, context }: { rows: readonly TableRow[]; scope: Scope; context: BodyContext }) {
  return rows.map((row, index) => (
    <tr key={String(index)}>
      {row.content.map((cell, place) => (
        <Cell key={String(place)} cell={cell} scope={scope} context={context} />
      ))}
    </tr>
  ));
}

function Cell({ cell, scope, context }: { cell: TableCell; scope: Scope; context: BodyContext }) {
  const { colspan, rowspan } = cell.attrs ?? {};
  const content = <Blocks nodes={cell.content} context={context} />;
  if (cell.type === "tableHeader") {
    return (
      <th colSpan={colspan} rowSpan={rowspan} scope={scope}>
        {content}
      </th>
    );
  }
  return (
    <td colSpan={colspan} rowSpan={rowspan}>
      {content}
    </td>
  );
}
