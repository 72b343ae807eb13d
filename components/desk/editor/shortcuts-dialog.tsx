"use client";

import { type Ref, useImperativeHandle, useRef } from "react";
import { Button } from "../button.tsx";
import styles from "./dialog.module.css";
import { insertions } from "./insertions.ts";

const keys: readonly [what: string, typed: string][] = [
  ["Insert anything", "/"],
  ["Bold, italic", "Ctrl B, Ctrl I"],
  ["Link", "Ctrl K or [words](address)"],
  ["Note on the selected words", "Ctrl Alt M"],
  ["Undo, redo", "Ctrl Z, Ctrl Shift Z"],
  ["Line break", "Shift Enter"],
  ["Struck through", "~~words~~"],
  ["Set as code", "`words`"],
  ["Save now", "Ctrl S"],
  ["Full screen", "Ctrl Shift F"],
  ["Next field of the head", "Enter"],
];

export type ShortcutsHandle = { open: () => void };

/** All keys and Markdown signs that the editor knows. */
export function ShortcutsDialog({ ref }: { ref: Ref<ShortcutsHandle> }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useImperativeHandle(ref, () => ({
    open: () => {
      dialog.current?.showModal();
      // The button at the end takes the focus; the list is read from its beginning.
      dialog.current?.scrollTo(0, 0);
    },
  }));
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="shortcuts" closedby="any">
      <h2 id="shortcuts">Keys and signs</h2>
      <table className={styles.keys}>
        <tbody>
          {[...keys, ...insertions.filter(({ typed }) => typed).map(({ name, typed }) => [name, typed] as const)].map(
            ([what, typed]) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>
                  <kbd>{typed}</kbd>
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <p>On a Mac, Ctrl is the Command key and Alt the Option key.</p>
      <div className={styles.buttons}>
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </div>
    </dialog>
  );
}
