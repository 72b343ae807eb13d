"use client";

import { useId, useState } from "react";
import { createPortal } from "react-dom";
import type { LibraryPicture } from "#core/upload-answer";
import { Picture } from "../article/picture.tsx";
import { Button } from "./button.tsx";
import formStyles from "./form.module.css";
import { useField } from "./form.tsx";
import { type FindPictures, PictureDialog } from "./picture-dialog.tsx";
import styles from "./picture-field.module.css";

type Props = {
  name: string;
  label: string;
  hint: string;
  /** The one that is chosen now. */
  picture: LibraryPicture | undefined;
  findPictures: FindPictures;
};

/** One picture of the library, or none. Sends its number, or nothing. */
export function PictureField({ name, label, hint, picture, findPictures }: Props) {
  const id = useId();
  const { error } = useField(name);
  const [chosen, setChosen] = useState(picture);
  const [isChoosing, setChoosing] = useState(false);
  const described = [`${id}-hint`, error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset className={styles.field} aria-describedby={described}>
      <legend className={formStyles.label}>{label}</legend>
      <p id={`${id}-hint`} className={formStyles.hint}>
        {hint}
      </p>
      <input type="hidden" name={name} value={chosen?.id ?? ""} />
      {chosen && (
        <div className={styles.chosen}>
          <Picture picture={chosen} alt={chosen.alt || chosen.filename} place="thumb" />
          <span>{chosen.filename}</span>
        </div>
      )}
      <div className={styles.buttons}>
        <Button onClick={() => setChoosing(true)}>{chosen ? "Another picture" : "Choose a picture"}</Button>
        {chosen && (
          <Button kind="quiet" onClick={() => setChosen(undefined)}>
            Take it off
          </Button>
        )}
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" className={formStyles.error}>
          {error}
        </p>
      )}
      {isChoosing &&
        // Outside of the form, so that searching sends nothing.
        createPortal(
          <PictureDialog
            isSingle
            findPictures={findPictures}
            onChosen={setChosen}
            onClose={() => setChoosing(false)}
          />,
          document.body,
        )}
    </fieldset>
  );
}
