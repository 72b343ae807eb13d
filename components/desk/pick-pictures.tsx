"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import styles from "./pick-pictures.module.css";

/** The kinds of file that the library takes, for the browser's own choice of files. */
export const PICTURE_FILES = "image/jpeg,image/png,image/webp,image/avif,image/gif";

type Props = {
  label: string;
  /** Of the field, where a form without scripts sends it. */
  name?: string;
  isSingle?: boolean;
  onPicked: (files: File[]) => void;
};

/** A button that opens the browser's choice of files. */
export function PickPictures({ label, name, isSingle = false, onPicked }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const pick = () => {
    const files = [...(field.current?.files ?? [])];
    // The same file can be chosen again after a refusal.
    if (field.current) field.current.value = "";
    if (files.length > 0) onPicked(files);
  };
  const pickAtOnce = useEffectEvent(pick);
  // Files may have been chosen while the script was still on its way.
  useEffect(() => pickAtOnce(), []);
  return (
    <label className={styles.pick}>
      {label}
      <input ref={field} type="file" name={name} multiple={!isSingle} accept={PICTURE_FILES} onChange={pick} />
    </label>
  );
}
