import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from "@tiptap/react";
import { use, useId } from "react";
import { Picture as PictureFigure } from "../../article/picture.tsx";
import { Picture } from "./article-nodes.ts";
import { PicturesOfArticle } from "./desk-picture.ts";
import styles from "./paper.module.css";

/** A picture where it stands in the text, with the words printed under it and those read out instead of it. */
function PictureOnPaper({ node, updateAttributes, deleteNode, selected, editor }: ReactNodeViewProps) {
  const id = useId();
  const picture = use(PicturesOfArticle).get(Number(node.attrs.mediaId));
  const field = (name: "caption" | "credit" | "alt", label: string, placeholder: string) => (
    <div className={styles.pictureWords}>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        value={String(node.attrs[name])}
        placeholder={placeholder}
        disabled={!editor.isEditable}
        onChange={(event) => updateAttributes({ [name]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <NodeViewWrapper
      as="figure"
      className={selected ? `${styles.picture} ${styles.selected}` : styles.picture}
      contentEditable={false}
    >
      {picture ? (
        <div data-drag-handle="">
          <PictureFigure picture={picture} alt={String(node.attrs.alt)} place="body" />
        </div>
      ) : (
        <p className={styles.missing}>This picture is no longer in the library. Readers do not see it.</p>
      )}
      <div className={styles.pictureFields}>
        {field("caption", "Caption", "What one sees")}
        {field("credit", "Credit", "Who made it")}
        {field("alt", "In words", "For readers who cannot see it")}
      </div>
      {editor.isEditable && (
        <button type="button" className={styles.takeOut} onClick={deleteNode}>
          Take the picture out
        </button>
      )}
    </NodeViewWrapper>
  );
}

export const PictureOnThePaper = Picture.extend({
  addNodeView: () =>
    ReactNodeViewRenderer(PictureOnPaper, {
      stopEvent: ({ event }) => event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement,
    }),
});
