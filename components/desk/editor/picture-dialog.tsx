"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ArticleDeeds } from "#core/article-deeds";
import { Picture } from "../../article/picture.tsx";
import { Button } from "../button.tsx";
import { uploadPicture, uploadRefusals } from "../upload-picture.ts";
import type { DeskPicture } from "./desk-picture.ts";
import dialogStyles from "./dialog.module.css";
import styles from "./picture-dialog.module.css";

type Props = {
  deeds: Pick<ArticleDeeds, "findPictures">;
  /** Files that were dropped or pasted and are to be sent at once. */
  files: readonly File[];
  onChosen: (picture: DeskPicture) => void;
  onClose: () => void;
};

/** A picture for the article: one of the library, or new ones. */
export function PictureDialog({ deeds, files, onChosen, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState("");
  const [found, setFound] = useState<readonly DeskPicture[]>([]);
  const [sending, setSending] = useState<ReactNode>();
  const asked = useRef<string>(undefined);

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    asked.current = words;
    void deeds.findPictures(words).then((list) => {
      if (asked.current === words) setFound(list);
    });
  }, [deeds, words]);

  const send = useRef(async (_: readonly File[]) => {});
  send.current = async (chosen) => {
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
    if (refused.length === 0) onClose();
  };
  useEffect(() => {
    if (files.length > 0) void send.current(files);
  }, [files]);

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
        <label className={styles.upload}>
          Upload
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
            multiple
            onChange={(event) => void send.current([...(event.currentTarget.files ?? [])])}
          />
        </label>
      </div>
      {sending && (
        <p role="status" className={styles.sending}>
          {sending}
        </p>
      )}
      <ul className={styles.pictures}>
        {found.map((picture) => (
          <li key={picture.id}>
            <button
              type="button"
              onClick={() => {
                onChosen(picture);
                onClose();
              }}
            >
              <Picture picture={picture} alt={picture.alt || picture.filename} place="thumb" isCropped />
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>No picture matches. Upload one, or try other words.</p>}
      <div className={dialogStyles.buttons}>
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </div>
    </dialog>
  );
}
