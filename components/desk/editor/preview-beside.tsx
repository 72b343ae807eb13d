import { useState } from "react";
import { LivePreview, type PreviewWidth } from "../live-preview.tsx";
import styles from "./preview-beside.module.css";

const widths: readonly [width: PreviewWidth, name: string][] = [
  ["phone", "Phone"],
  ["desktop", "Desktop"],
];

/** Beside the paper, in place of the details: the article as readers will see it, as of the last save. */
export function PreviewBeside({ articleId, stamp }: { articleId: number; stamp: string }) {
  const [width, setWidth] = useState<PreviewWidth>("phone");
  return (
    <aside className={`${styles.beside} ${styles[width]}`} aria-label="Preview">
      <div className={styles.widths} role="toolbar" aria-label="Width">
        {widths.map(([which, name]) => (
          <button key={which} type="button" aria-pressed={which === width} onClick={() => setWidth(which)}>
            {name}
          </button>
        ))}
        <p>Follows what you write.</p>
      </div>
      <LivePreview articleId={articleId} width={width} stamp={stamp} isSmall />
    </aside>
  );
}
