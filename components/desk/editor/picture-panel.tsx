import type { Draft } from "#core/draft";
import { Picture } from "../../article/picture.tsx";
import { Button } from "../button.tsx";
import type { DeskPicture } from "./desk-picture.ts";
import styles from "./side.module.css";

type Props = {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  picture: DeskPicture | undefined;
  onChoose: () => void;
};

/** The picture at the head of the article and in lists, with the words printed under it there. */
export function PicturePanel({ draft, change, picture, onChoose }: Props) {
  if (draft.pictureId === null) {
    return (
      <div className={styles.fields}>
        <p className={styles.hint}>The picture at the head of the article, and beside it in lists.</p>
        <Button onClick={onChoose}>Choose a picture</Button>
      </div>
    );
  }
  const field = (name: "pictureCaption" | "pictureCredit" | "pictureAlt", label: string, hint: string) => (
    <label className={styles.field}>
      {label}
      <textarea
        rows={name === "pictureCredit" ? 1 : 2}
        value={draft[name]}
        placeholder={hint}
        maxLength={name === "pictureCredit" ? 500 : 2_000}
        onChange={(event) => change({ [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <div className={styles.fields}>
      {picture ? (
        <Picture picture={picture} alt={draft.pictureAlt} place="feature" />
      ) : (
        <p className={styles.hint}>This picture is no longer in the library. Readers do not see it.</p>
      )}
      {field("pictureCaption", "Caption", "What one sees")}
      {field("pictureCredit", "Credit", "Who made it")}
      {field("pictureAlt", "In words", "For readers who cannot see it")}
      <div className={styles.adding}>
        <Button onClick={onChoose}>Another picture</Button>
        <Button
          kind="quiet"
          onClick={() => change({ pictureId: null, pictureAlt: "", pictureCaption: "", pictureCredit: "" })}
        >
          Take it off
        </Button>
      </div>
    </div>
  );
}
