"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
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

/** Opens and closes the question while scripts are off, or still on their way. */
const invokes = (command: "show-modal" | "close", commandfor: string) => ({ command, commandfor });

/** Asks before something is taken away, by naming it. */
export function Ask({ button, kind = "danger", question, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const title = `${id}title`;
  // Answered before the scripts were there, it came back with a page of its own, and shut.
  useEffect(() => {
    if (dialog.current?.querySelector("[aria-invalid=true], [role=alert]")) dialog.current.showModal();
  }, []);
  return (
    <>
      <Button kind={kind} onClick={() => dialog.current?.showModal()} {...invokes("show-modal", id)}>
        {button}
      </Button>
      <dialog ref={dialog} id={id} aria-labelledby={title} className={styles.dialog} closedby="any">
        <h2 id={title} className={styles.question}>
          {question}
        </h2>
        {children}
        <Button className={styles.leave} kind="quiet" onClick={() => dialog.current?.close()} {...invokes("close", id)}>
          Close
        </Button>
      </dialog>
    </>
  );
}
