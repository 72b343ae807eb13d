import type { ReactNode } from "react";
import styles from "./comment-form.module.css";

type Input = {
  id: string;
  name: string;
  defaultValue: string;
  required: boolean;
  dir: "auto";
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
};

type Props = {
  name: string;
  label: string;
  value: string;
  error: string | undefined;
  required?: boolean;
  children: (input: Input) => ReactNode;
};

/** A labelled field with what has to be mended beside it. */
export function Field({ name, label, value, error, required = false, children }: Props) {
  const id = `respond-${name}`;
  return (
    <div className={error ? `${styles.field} ${styles.wrong}` : styles.field}>
      <label htmlFor={id}>{required ? `${label} *` : label}</label>
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      )}
      {children({
        id,
        name,
        defaultValue: value,
        required,
        dir: "auto",
        "aria-invalid": error ? true : undefined,
        "aria-describedby": error ? `${id}-error` : undefined,
      })}
    </div>
  );
}
