"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import styles from "./form.module.css";
import { useField } from "./form.tsx";

type Common = {
  name: string;
  label: string;
  /** What to write here, where the label does not say it all. */
  hint?: ReactNode;
};

/** What ties a control to its label, hint and refusal. */
function useControl(name: string, hint: ReactNode) {
  const id = useId();
  const { typed, error } = useField(name);
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    typed,
    error,
    id,
    control: {
      id,
      name,
      "aria-invalid": error ? true : undefined,
      "aria-describedby": described || undefined,
    } as const,
  };
}

type FrameProps = { id: string; label: string; hint: ReactNode; error: string | undefined; children: ReactNode };

function Frame({ id, label, hint, error, children }: FrameProps) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Hint id={id}>{hint}</Hint>
      {children}
      <Refusal id={id} error={error} />
    </div>
  );
}

function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    children && (
      <p id={`${id}-hint`} className={styles.hint}>
        {children}
      </p>
    )
  );
}

function Refusal({ id, error }: { id: string; error: string | undefined }) {
  return (
    error && (
      <p id={`${id}-error`} className={styles.error}>
        {error}
      </p>
    )
  );
}

export function TextField({ name, label, hint, defaultValue, ...rest }: Common & ComponentProps<"input">) {
  const { typed, error, id, control } = useControl(name, hint);
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input type="text" className={styles.control} {...control} defaultValue={typed ?? defaultValue} {...rest} />
    </Frame>
  );
}

export function PasswordField({ name, label, hint, ...rest }: Common & ComponentProps<"input">) {
  const { error, id, control } = useControl(name, hint);
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input type="password" className={styles.control} {...control} {...rest} />
    </Frame>
  );
}

export function TextArea({ name, label, hint, defaultValue, rows = 4, ...rest }: Common & ComponentProps<"textarea">) {
  const { typed, error, id, control } = useControl(name, hint);
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea className={styles.control} rows={rows} {...control} defaultValue={typed ?? defaultValue} {...rest} />
    </Frame>
  );
}

type Option = { value: string; label: string };

export function SelectField({
  name,
  label,
  hint,
  defaultValue,
  options,
  ...rest
}: Common & ComponentProps<"select"> & { options: readonly Option[] }) {
  const { typed, error, id, control } = useControl(name, hint);
  const chosen = typed ?? defaultValue;
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select className={styles.control} {...control} defaultValue={chosen} data-kept={chosen} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

type Choice = Option & { about: string };

/** One of a few, each with a sentence that says what it means. */
export function ChoiceField({
  name,
  label,
  defaultValue,
  choices,
}: Common & { defaultValue: string; choices: readonly Choice[] }) {
  const { typed, error, id, control } = useControl(name, undefined);
  const chosen = typed ?? defaultValue;
  return (
    <fieldset className={styles.choices} aria-describedby={control["aria-describedby"]}>
      <legend className={styles.label}>{label}</legend>
      {choices.map(({ value, label: title, about }) => (
        <div key={value} className={styles.check}>
          <input
            type="radio"
            id={`${id}-${value}`}
            name={name}
            value={value}
            defaultChecked={value === chosen}
            aria-describedby={`${id}-${value}-hint`}
            aria-invalid={value === chosen && control["aria-invalid"]}
          />
          <div>
            <label htmlFor={`${id}-${value}`}>{title}</label>
            <Hint id={`${id}-${value}`}>{about}</Hint>
          </div>
        </div>
      ))}
      <Refusal id={id} error={error} />
    </fieldset>
  );
}

/** A choice of yes or no. Sends "on" or "off", so that a refused form knows which was meant. */
export function CheckField({ name, label, hint, defaultChecked }: Common & { defaultChecked?: boolean }) {
  const { typed, error, id, control } = useControl(name, hint);
  const checked = typed === undefined ? defaultChecked : typed === "on";
  return (
    <div className={styles.check}>
      <input type="hidden" name={name} value="off" />
      <input type="checkbox" value="on" {...control} defaultChecked={checked} />
      <div>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <Hint id={id}>{hint}</Hint>
        <Refusal id={id} error={error} />
      </div>
    </div>
  );
}

export function FileField({ name, label, hint, ...rest }: Common & ComponentProps<"input">) {
  const { error, id, control } = useControl(name, hint);
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input type="file" className={styles.control} {...control} {...rest} />
    </Frame>
  );
}
