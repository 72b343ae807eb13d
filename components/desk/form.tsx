"use client";

import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from "react";
import { type FormState, untouchedForm } from "#core/form-state";
import { Button, type ButtonKind } from "./button.tsx";
import { CopyButton } from "./copy-button.tsx";
import styles from "./form.module.css";
import { Notice } from "./panel.tsx";

type DeskFormContext = { state: FormState; pending: boolean };

const Sent = createContext<DeskFormContext>({ state: untouchedForm, pending: false });

/** What the form around a field knows of it: the words that were sent, and why they were refused. */
export function useField(name: string): { typed: string | undefined; error: string | undefined } {
  const { state } = useContext(Sent);
  return { typed: state.values[name], error: state.errors[name] };
}

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  /** The words on the button; none where the form brings buttons of its own. */
  submit?: string;
  kind?: ButtonKind;
  /** What stands beside the button: a link back, say. */
  beside?: ReactNode;
  /** Names the form to who cannot see it, where no heading does. */
  label?: string;
  className?: string;
  children?: ReactNode;
};

/**
 * A form of the desk. It works with scripts off, shows every refusal beside its field, keeps all that was typed, and
 * takes the reader to the first field that was refused, or to the words that say it is done.
 */
export function DeskForm({ action, submit, kind = "main", beside, label, className, children }: Props) {
  const [state, send, pending] = useActionState(action, untouchedForm);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(state.errors).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    else if (state.done) form.current?.querySelector("[role=status]")?.scrollIntoView({ block: "nearest" });
  }, [state]);
  const whole = state.errors[""];
  return (
    <Sent value={{ state, pending }}>
      <form ref={form} action={send} aria-label={label} className={className ?? styles.form} noValidate>
        {whole && <Notice tone="danger">{whole}</Notice>}
        {state.done && (
          <Notice tone={state.left ? "warn" : "good"}>
            <p>{state.done}</p>
            {state.shown && <ShownOnce lines={state.shown} />}
            {state.left && <LeftUndone sentences={state.left} />}
          </Notice>
        )}
        {children}
        {submit && (
          <div className={styles.buttons}>
            <SubmitButton kind={kind}>{submit}</SubmitButton>
            {beside}
          </div>
        )}
      </form>
    </Sent>
  );
}

/** The button that sends the form around it, once. It keeps the focus meanwhile, which a disabled one would lose. */
export function SubmitButton({ kind = "main", children }: { kind?: ButtonKind; children: ReactNode }) {
  const { pending } = useContext(Sent);
  return (
    <Button
      type="submit"
      kind={kind}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      {children}
    </Button>
  );
}

/** A link to hand over, or codes to put away. */
function ShownOnce({ lines }: { lines: readonly string[] }) {
  return (
    <>
      <ul className={styles.shown}>
        {lines.map((line) => (
          <li key={line}>
            <code>{line}</code>
          </li>
        ))}
      </ul>
      <CopyButton key={lines.join()} words={lines.join("\n")}>
        {lines.length === 1 ? "Copy" : "Copy all"}
      </CopyButton>
    </>
  );
}

function LeftUndone({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul className={styles.left}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
