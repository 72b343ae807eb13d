import type { Block, Blockquote, CodeBlock, Embed, Heading, Picture as PictureNode } from "#core/document";
import { isSafeHref } from "#core/document";
import styles from "./body.module.css";
import type { BodyContext } from "./body-context";
import { BodyTable } from "./body-table";
import { Text } from "./body-text";
import { Caption } from "./caption";
import { Picture } from "./picture";

type Props<Node> = { node: Node; context: BodyContext };

export function Blocks({ nodes, context }: { nodes: readonly Block[]; context: BodyContext }) {
  return nodes.map((node, index) => <OneBlock key={String(index)} node={node} context={context} />);
}

function OneBlock({ node, context }: Props<Block>) {
  switch (node.type) {
    case "paragraph":
      return node.content ? (
        <p>
          <Text nodes={node.content} context={context} />
        </p>
      ) : null;
    case "heading":
      return <BodyHeading node={node} context={context} />;
    case "bulletList":
      return (
        <ul>
          {node.content.map((item, index) => (
            <li key={String(index)}>
              <Blocks nodes={item.content} context={context} />
            </li>
          ))}
        </ul>
      );
    case "orderedList":
      return (
        <ol start={node.attrs?.start}>
          {node.content.map((item, index) => (
            <li key={String(index)}>
              <Blocks nodes={item.content} context={context} />
            </li>
          ))}
        </ol>
      );
    case "blockquote":
      return <Quotation node={node} context={context} />;
    case "pullQuote":
      return (
        <blockquote className={styles.pullQuote}>
          <Blocks nodes={node.content} context={context} />
        </blockquote>
      );
    case "picture":
      return <BodyPicture node={node} context={context} />;
    case "embed":
      return <LinkCard node={node} />;
    case "table":
      return <BodyTable node={node} renderBlocks={(nodes) => <Blocks nodes={nodes} context={context} />} />;
    case "codeBlock":
      return <Code node={node} context={context} />;
    case "horizontalRule":
      return <hr />;
  }
}

function BodyHeading({ node, context }: Props<Heading>) {
  const Level = `h${node.attrs.level as 2 | 3 | 4}` as const;
  return (
    <Level id={context.headingIds.get(node)}>
      <Text nodes={node.content} context={context} />
    </Level>
  );
}

function Quotation({ node, context }: Props<Blockquote>) {
  const quotation = (
    <blockquote>
      <Blocks nodes={node.content} context={context} />
    </blockquote>
  );
  if (!node.attrs?.source) return quotation;
  return (
    <figure className={styles.quotation}>
      {quotation}
      <figcaption>{node.attrs.source}</figcaption>
    </figure>
  );
}

function BodyPicture({ node, context }: Props<PictureNode>) {
  const picture = context.pictures.get(node.attrs.mediaId);
  if (!picture) return null;
  return (
    <figure>
      <Picture picture={picture} alt={node.attrs.alt} place="body" />
      <Caption caption={node.attrs.caption} credit={node.attrs.credit} />
    </figure>
  );
}

/** What stands elsewhere is a link to it: nothing comes from there until a reader goes. */
function LinkCard({ node }: { node: Embed }) {
  const { href, title, description } = node.attrs;
  if (!isSafeHref(href)) return null;
  return (
    <p className={styles.card}>
      <a href={href} rel="external noopener">
        <span className={styles.host}>{new URL(href).hostname.replace(/^www\./, "")}</span>{" "}
        <strong>{title || href}</strong> {description && <span>{description}</span>}
      </a>
    </p>
  );
}

/** Code may be wider than the page, and whoever has no mouse must be able to move along it. */
function Code({ node, context }: Props<CodeBlock>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard (WCAG 2.1.1).
    <pre tabIndex={0} lang={context.language}>
      <code>{(node.content ?? []).map(({ text }) => text).join("")}</code>
    </pre>
  );
}
