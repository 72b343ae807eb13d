import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from "@tiptap/react";
import { Embed } from "./article-nodes.ts";
import styles from "./paper.module.css";

/** A link card where it stands in the text. */
function EmbedOnPaper({ node, updateAttributes, deleteNode, selected, editor }: ReactNodeViewProps) {
  const href = String(node.attrs.href);
  return (
    <NodeViewWrapper className={selected ? `${styles.embed} ${styles.selected}` : styles.embed} contentEditable={false}>
      <input
        className={styles.embedTitle}
        aria-label="Title of the card"
        value={String(node.attrs.title)}
        placeholder={href}
        disabled={!editor.isEditable}
        onChange={(event) => updateAttributes({ title: event.currentTarget.value.slice(0, 500) })}
      />
      <input
        aria-label="What it is about"
        value={String(node.attrs.description ?? "")}
        placeholder="What it is about, if that helps"
        disabled={!editor.isEditable}
        onChange={(event) => updateAttributes({ description: event.currentTarget.value.slice(0, 1_000) })}
      />
      <p className={styles.embedHost}>{URL.canParse(href) ? new URL(href).host : href}</p>
      {editor.isEditable && (
        <button type="button" className={styles.takeOut} onClick={deleteNode}>
          Take the card out
        </button>
      )}
    </NodeViewWrapper>
  );
}

export const EmbedOnThePaper = Embed.extend({
  addNodeView: () =>
    ReactNodeViewRenderer(EmbedOnPaper, {
      stopEvent: ({ event }) => event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement,
    }),
});
