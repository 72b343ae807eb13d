"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import styles from "./side.module.css";

type Props<Found extends { id: number }> = {
  label: string;
  placeholder: string;
  find: (words: string) => Promise<Found[]>;
  /** What a find shows of itself. */
  children: (found: Found) => ReactNode;
  onChoose: (found: Found) => void;
  /** What stands below the finds; `done` empties the field. */
  below?: (words: string, found: readonly Found[], done: () => void) => ReactNode;
};

/** A field that looks for what is typed into it, and the finds to choose from; Enter takes the first. */
export function FindAsTyped<Found extends { id: number }>({ label, placeholder, find, ...props }: Props<Found>) {
  const id = useId();
  const [words, setWords] = useState("");
  const [found, setFound] = useState<Found[]>([]);
  const [answered, setAnswered] = useState("");
  const asked = useRef("");
  const field = useRef<HTMLDivElement>(null);
  const search = async (typed: string) => {
    setWords(typed);
    asked.current = typed;
    const list = typed.trim() === "" ? [] : await find(typed).catch(() => []);
    if (asked.current !== typed) return;
    setFound(list);
    setAnswered(typed);
  };
  const done = () => {
    void search("");
    field.current?.querySelector("input")?.focus();
  };
  const isAsking = words.trim() !== "";
  return (
    <div className={styles.field} ref={field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={words}
        placeholder={placeholder}
        autoComplete="off"
        onChange={(event) => void search(event.currentTarget.value)}
        onKeyDown={(event) => {
          // The finds of other words would be chosen by mistake.
          if (event.key === "Enter" && answered === words) field.current?.querySelector("button")?.click();
        }}
      />
      {isAsking && (
        <ul className={styles.found}>
          {found.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                onClick={() => {
                  props.onChoose(each);
                  done();
                }}
              >
                {props.children(each)}
              </button>
            </li>
          ))}
          {props.below?.(words.trim(), found, done)}
        </ul>
      )}
    </div>
  );
}
