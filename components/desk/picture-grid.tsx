import Link from "next/link";
import type { ReactNode } from "react";
import type { LibraryPicture } from "#core/upload-answer";
import { Picture } from "../article/picture.tsx";
import { Badge } from "./panel.tsx";
import styles from "./picture-grid.module.css";

type Props = {
  pictures: readonly LibraryPicture[];
  /** Where each leads; without it, none can be opened. */
  hrefOf?: (picture: LibraryPicture) => string;
  /** What can be done with each. */
  below?: (picture: LibraryPicture) => ReactNode;
};

/** Pictures side by side, each cut as lists of readers' pages cut it. */
export function PictureGrid({ pictures, hrefOf, below }: Props) {
  return (
    <ul className={styles.grid}>
      {pictures.map((picture) => (
        <li key={picture.id}>
          {hrefOf ? (
            <Link href={hrefOf(picture)} prefetch={false} className={styles.picture}>
              <Shown picture={picture} />
            </Link>
          ) : (
            <div className={styles.picture}>
              <Shown picture={picture} />
            </div>
          )}
          <p className={styles.about}>{picture.alt || <Badge tone="warn">Not described</Badge>}</p>
          {below?.(picture)}
        </li>
      ))}
    </ul>
  );
}

function Shown({ picture }: { picture: LibraryPicture }) {
  return (
    <>
      {/* Its name follows, and its description after that. */}
      <Picture picture={picture} alt="" place="thumb" isCropped />
      <span className={styles.name}>{picture.filename}</span>
    </>
  );
}
