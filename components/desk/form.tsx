"use client";

import { createContext, type FormEvent, type ReactNode, useContext, useLayoutEffect, useRef } from "react";
import { type FormState, untouchedForm } from "#core/form-state";
import { Button, type ButtonKind } from "./button.tsx";
import { CopyButton } from "./copy-button.tsx";
import styles from "./form.module.css";
import { Notice } from "./panel.tsx";
import { isChanged, isWrittenOn, showWhatIsKept } from "./sent-fields.ts";
import { isInSight, useUnsent } from "./unsent.ts";
import { useSentForm } from "./use-sent-form.ts";

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
  /** Things are only chosen in it, and no loss to whoever goes elsewhere. */
  isForChoosing?: boolean;
  children?: ReactNode;
};

/**
 * A form of the desk. It works with scripts off, shows every refusal beside its field, loses nothing that was typed,
 * even while it was being sent, and takes the writer to the first field that was refused, or to the words that say it is
 * done.
 */
export function DeskForm({
  action,
  submit,
  kind = "main",
  beside,
  label,
  className,
  isForChoosing = false,
  children,
}: Props) {
  const { state, pending, sent, form } = useSentForm(action, untouchedForm, failed);
  const element = useRef<HTMLFormElement>(null);
  // After a refusal the fields begin with the words that were refused.
  const hasSentWords = useRef(false);
  useLayoutEffect(() => {
    if (state.done) {
      hasSentWords.current = false;
      showWhatIsKept(sent.current);
      element.current?.querySelector("[role=status]")?.scrollIntoView({ block: "nearest" });
    } else if (!isWrittenOn(sent.current)) goTo(element.current?.querySelector<HTMLElement>("[aria-invalid=true]"));
  }, [state, sent]);
  useUnsent(() => {
    const form = element.current;
    if (isForChoosing || pending || !form || !isInSight(form)) return false;
    return hasSentWords.current || isChanged(form);
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    hasSentWords.current ||= isChanged(event.currentTarget);
    form.onSubmit(event);
  };
  const whole = state.errors[""];
  return (
    <Sent value={{ state, pending }}>
      <form
        ref={element}
        action={form.action}
        onSubmit={onSubmit}
        aria-label={label}
        className={className ?? styles.form}
        noValidate
      >
        {whole && (
          <Notice tone="danger">
            {whole} {state.isSignedOut && <SignInAgain />}
          </Notice>
        )}
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

export const failed = ({ values }: FormState, sentence: string): FormState => ({ values, errors: { "": sentence } });

function goTo(field: HTMLElement | null | undefined): void {
  field?.focus();
  // What cannot be read is not mended but given again.
  if (field instanceof HTMLInputElement && /^(?:password|code)/.test(field.name)) field.select();
}

function SignInAgain() {
  return (
    <a href="/sign-in?next=%2Fsign-in%2Fagain" target="_blank" rel="noreferrer">
      Sign in again
    </a>
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
