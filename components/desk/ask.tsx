"use client";

import { type ReactNode, useId, useRef } from "react";
import styles from "./ask.module.css";
import { Button, type ButtonKind } from "./button.tsx";

type Props = {
  /** The words on the button that opens the question. */
  button: string;
  kind?: ButtonKind;
  /** The question, naming the thing: "Disable Ada Park?" */
  question: string;
  /** What follows from a yes, and a `DeskForm` that does it. */
  children: ReactNode;
};

/** Asks before something is taken away, by naming it. */
export function Ask({ button, kind = "danger", question, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  return (
    <>
      <Button kind={kind} onClick={() => dialog.current?.showModal()}>
        {button}
      </Button>
      <dialog ref={dialog} aria-labelledby={title} className={styles.dialog} closedby="any">
        <h2 id={title} className={styles.question}>
          {question}
        </h2>
        {children}
        <Button className={styles.leave} kind="quiet" onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </dialog>
    </>
  );
}
