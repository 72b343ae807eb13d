"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { PickPictures } from "./pick-pictures.tsx";
import styles from "./picture-uploads.module.css";
import { uploadPicture, uploadRefusals } from "./upload-picture.ts";
import { useLatest } from "./use-latest.ts";

type Sending = {
  number: number;
  name: string;
  /** How much of it is on its way, from 0 to 1. */
  share: number;
  /** Its number in the library, once it is there. */
  kept?: number;
  refusal?: string;
};

/**
 * Brings pictures into the library: picked, dropped anywhere on the page, or pasted. Each file says how far it is, and a
 * refusal stays to be read until it is cleared. Without scripts it is a plain form.
 */
export function PictureUploads() {
  const router = useRouter();
  const [files, setFiles] = useState<readonly Sending[]>([]);
  const [isOver, setOver] = useState(false);
  const [isAwake, setAwake] = useState(false);
  const last = useRef(0);
  /** Files go one after another, also when more come meanwhile. */
  const queue = useRef(Promise.resolve());

  const say = (number: number, part: Partial<Sending>) =>
    setFiles((all) => all.map((file) => (file.number === number ? { ...file, ...part } : file)));

  const send = useLatest((chosen: readonly File[]) => {
    const begun = chosen.map((file) => {
      last.current += 1;
      return { file, number: last.current };
    });
    setFiles((all) => [...all, ...begun.map(({ file, number }) => ({ number, name: file.name, share: 0 }))]);
    for (const { file, number } of begun) {
      queue.current = queue.current.then(async () => {
        const answer = await uploadPicture(file, (share) => say(number, { share }));
        say(number, answer.ok ? { kept: answer.value.id } : { refusal: uploadRefusals[answer.reason] });
        if (answer.ok) router.refresh();
      });
    }
  });

  useEffect(() => {
    setAwake(true);
    const hasFiles = (data: DataTransfer | null) => data?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(false);
      send([...(event.dataTransfer?.files ?? [])]);
    };
    const paste = ({ clipboardData }: ClipboardEvent) => {
      if (clipboardData && clipboardData.files.length > 0) send([...clipboardData.files]);
    };
    const listeners = { dragover: over, dragleave: leave, drop, paste } as const;
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        window.removeEventListener(name, listener as EventListener);
    };
  }, [send]);

  const isDone = files.length > 0 && files.every(({ kept, refusal }) => kept ?? refusal);
  return (
    <>
      <form
        method="post"
        action="/desk/pictures/sent"
        encType="multipart/form-data"
        className={isOver ? `${styles.zone} ${styles.over}` : styles.zone}
      >
        <PickPictures label="Upload pictures" name="pictures" onPicked={(picked) => send(picked)} />
        <p className={styles.hint}>
          {isAwake && "Or drop them anywhere on this page, or paste. "}JPEG, PNG, WebP, AVIF or GIF, up to 25 MB.
        </p>
        {!isAwake && <Button type="submit">Send</Button>}
      </form>
      {files.length > 0 && (
        <ul className={styles.files} aria-label="Files that were sent" aria-live="polite">
          {files.map((file) => (
            <li key={file.number}>
              <span className={styles.name}>{file.name}</span> <Outcome {...file} />
            </li>
          ))}
        </ul>
      )}
      {isDone && (
        <Button kind="quiet" onClick={() => setFiles([])}>
          Clear this list
        </Button>
      )}
    </>
  );
}

function Outcome({ name, share, kept, refusal }: Sending) {
  if (refusal) return <strong className={styles.refused}>{refusal}</strong>;
  if (kept) {
    return (
      <span className={styles.kept}>
        In the library. <Link href={`/desk/pictures/${kept}`}>Describe it</Link>
      </span>
    );
  }
  return (
    <>
      <progress max={1} value={share < 1 ? share : undefined} aria-label={`Sending ${name}`} />
      <span>{share < 1 ? `${Math.round(share * 100)} %` : "Making its sizes"}</span>
    </>
  );
}
