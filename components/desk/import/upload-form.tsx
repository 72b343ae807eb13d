"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "../button.tsx";
import form from "../form.module.css";
import styles from "../run-progress.module.css";

type Props = {
  /** Where the form goes. It answers with a page, or, where data is wanted, with where to go or a sentence. */
  action: string;
  /** Why the last upload was refused. */
  refusal?: string | undefined;
};

type Answer = { ok: true; to: string } | { ok: false; words: string };

const UNREACHABLE = "The desk could not be reached, or the upload took longer than five minutes. Please try again.";

/** Sends the files of an export. With scripts off the browser does so itself; with them the sender sees how far it is. */
export function UploadForm({ action, refusal }: Props) {
  const id = useId();
  const [share, setShare] = useState<number>();
  const [refused, setRefused] = useState(refusal);
  const sending = share !== undefined;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRefused(undefined);
    setShare(0);
    send(action, new FormData(event.currentTarget), setShare).then((answer) => {
      if (answer.ok) location.assign(answer.to);
      else {
        setShare(undefined);
        setRefused(answer.words);
      }
    });
  };

  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      className={form.form}
      onSubmit={submit}
      noValidate
    >
      <div className={form.field}>
        <label htmlFor={id} className={form.label}>
          Export files
        </label>
        <p id={`${id}-hint`} className={form.hint}>
          An XML export of WordPress (several files at once, if it wrote several), the JSON export of Ghost, or the XML
          export of Disqus comments. Up to 1 GB, in up to five minutes; larger ones come in by the command line.
        </p>
        <input
          id={id}
          type="file"
          name="export"
          multiple
          required
          className={form.control}
          aria-invalid={refused ? true : undefined}
          aria-describedby={`${id}-hint${refused ? ` ${id}-error` : ""}`}
        />
        {refused && (
          <p id={`${id}-error`} className={form.error} role="alert">
            {refused}
          </p>
        )}
      </div>
      {sending && (
        <div className={styles.far}>
          <progress className={styles.bar} max={1} value={share} aria-label="Sending" />
          <p>{share < 1 ? `Sending: ${Math.floor(share * 100)} %` : "Sent. Looking at what it is …"}</p>
        </div>
      )}
      <div className={form.buttons}>
        <Button type="submit" kind="main" disabled={sending}>
          Upload and try it out
        </Button>
      </div>
    </form>
  );
}

function send(action: string, body: FormData, onProgress: (share: number) => void): Promise<Answer> {
  return new Promise((resolve) => {
    const refused = (words: string) => resolve({ ok: false, words });
    // The one way in which a browser tells how far sending has come.
    const request = new XMLHttpRequest();
    request.open("POST", action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 413) refused("This is larger than can be taken here.");
      else if (request.response) resolve(request.response as Answer);
      else refused(UNREACHABLE);
    };
    request.onerror = () => refused(UNREACHABLE);
    request.send(body);
  });
}
