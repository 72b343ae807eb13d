import styles from "./preview-frame.module.css";

/** A draft at the width of a phone or of a desk, in a page of its own so that the site's own sheets answer to it. */
export function PreviewFrame({ articleId, width }: { articleId: number; width: "phone" | "desktop" }) {
  return (
    <iframe
      className={width === "phone" ? `${styles.frame} ${styles.phone}` : styles.frame}
      src={`/api/preview/${articleId}`}
      title={`The article at the width of a ${width}`}
    />
  );
}
