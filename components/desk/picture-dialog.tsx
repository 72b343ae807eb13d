"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { LibraryPicture } from "#core/upload-answer";
import { Picture } from "../article/picture.tsx";
import { Button } from "./button.tsx";
import dialogStyles from "./editor/dialog.module.css";
import { PickPictures } from "./pick-pictures.tsx";
import styles from "./picture-dialog.module.css";
import { uploadPicture, uploadRefusals } from "./upload-picture.ts";
import { useLatest } from "./use-latest.ts";

/** The newest pictures in which some words occur. */
export type FindPictures = (words: string) => Promise<LibraryPicture[]>;

type Props = {
  findPictures: FindPictures;
  /** Files that were dropped or pasted and are to be sent at once. */
  files?: readonly File[];
  /** There is room for one picture only. */
  isSingle?: boolean;
  onChosen: (picture: LibraryPicture) => void;
  onClose: () => void;
};

const none: readonly File[] = [];

/** A picture for an article, a person or the publication: one of the library, or new ones. */
export function PictureDialog({ findPictures, files = none, isSingle = false, onChosen, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState("");
  const [found, setFound] = useState<readonly LibraryPicture[] | "no-answer">();
  const [sending, setSending] = useState<ReactNode>();
  const asked = useRef<string>(undefined);

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    asked.current = words;
    void findPictures(words)
      .catch(() => "no-answer" as const)
      .then((answer) => {
        if (asked.current === words) setFound(answer);
      });
  }, [findPictures, words]);

  const send = useLatest(async (chosen: readonly File[]) => {
    const refused: string[] = [];
    for (const file of chosen) {
      setSending(`Sending ${file.name}…`);
      const answer = await uploadPicture(file, (share) => {
        setSending(share < 1 ? `Sending ${file.name}: ${Math.round(share * 100)} %` : `Making sizes of ${file.name}…`);
      });
      if (answer.ok) onChosen(answer.value);
      else refused.push(`${file.name}: ${uploadRefusals[answer.reason]}`);
    }
    setSending(refused.join(" "));
    if (refused.length === 0) dialog.current?.close();
  });
  useEffect(() => {
    if (files.length > 0) void send(files);
  }, [files, send]);

  const pictures = found === "no-answer" ? undefined : found;
  return (
    <dialog ref={dialog} className={dialogStyles.dialog} aria-labelledby="choose-picture" onClose={onClose}>
      <h2 id="choose-picture">Choose a picture</h2>
      <div className={styles.head}>
        <input
          type="search"
          aria-label="Search the library"
          placeholder="Search the library"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <PickPictures label="Upload" isSingle={isSingle} onPicked={(picked) => void send(picked)} />
      </div>
      {sending && (
        <p role="status" className={styles.sending}>
          {sending}
        </p>
      )}
      <ul className={styles.pictures}>
        {pictures?.map((picture) => (
          <li key={picture.id}>
            <button
              type="button"
              onClick={() => {
                onChosen(picture);
                dialog.current?.close();
              }}
            >
              <Picture picture={picture} alt={picture.alt || picture.filename} place="thumb" isCropped />
            </button>
          </li>
        ))}
      </ul>
      {pictures?.length === 0 && <p>No picture matches. Upload one, or try other words.</p>}
      {found === "no-answer" && <p role="alert">The desk did not answer. Please close this and try again.</p>}
      <div className={dialogStyles.buttons}>
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </div>
    </dialog>
  );
}
