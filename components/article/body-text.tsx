import type { ReactNode } from "react";
import { type Inline, isSafeHref, type Mark, type TextNode } from "#core/document";
import styles from "./body.module.css";
import type { BodyContext } from "./body-context";

/** The words of a paragraph, with their emphasis, links and references to notes. */
export function Text({ nodes, context }: { nodes: readonly Inline[] | undefined; context: BodyContext }) {
  return nodes?.map((node, index) => {
    const key = String(index);
    if (node.type === "text") return <MarkedText key={key} node={node} />;
    if (node.type === "hardBreak") return <br key={key} />;
    const number = context.noteNumbers.get(node) ?? 0;
    const id = context.noteId(number);
    return (
      <sup className={styles.reference} key={key}>
        <a href={`#${id}`} id={`${id}-reference`} role="doc-noteref">
          {number}
        </a>
      </sup>
    );
  });
}

/** A link stands around all other marks, whatever their order in the document. */
export function MarkedText({ node }: { node: TextNode }) {
  const marks = (node.marks ?? []).toSorted(
    (one, other) => Number(one.type === "link") - Number(other.type === "link"),
  );
  return marks.reduce<ReactNode>(marked, node.text);
}

function marked(children: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{children}</strong>;
    case "italic":
      return <em>{children}</em>;
    case "strike":
      return <s>{children}</s>;
    case "code":
      return <code>{children}</code>;
    case "subscript":
      return <sub>{children}</sub>;
    case "superscript":
      return <sup>{children}</sup>;
    case "link":
      return <BodyLink href={mark.attrs.href}>{children}</BodyLink>;
  }
}

/** Documents are checked when they are saved; an address is checked again where it could do harm. */
function BodyLink({ href, children }: { href: string; children: ReactNode }) {
  if (!isSafeHref(href)) return children;
  return (
    <a href={href} rel={/^https?:/i.test(href) ? "external noopener" : undefined}>
      {children}
    </a>
  );
}
