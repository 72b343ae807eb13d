"use client";

import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { type ReactNode, useState } from "react";
import { type FormState, untouchedForm } from "#core/form-state";
import { importIsWriting } from "#core/import-is-writing";
import type { Result } from "#core/result";
import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";
import styles from "./form.module.css";
import { DeskForm, failed } from "./form.tsx";
import { Notice } from "./panel.tsx";
import { useSentForm } from "./use-sent-form.ts";

type Action = (before: FormState, form: FormData) => Promise<FormState>;

/** Browsers give one error for a dismissed dialog, a wrong finger and no key at all; so do we. */
const notGiven = "No passkey was given. Please try again, or use another way.";

type SignInProps = {
  ask: () => Promise<Result<PublicKeyCredentialRequestOptionsJSON, "busy">>;
  answer: Action;
  next: string;
  children: ReactNode;
};

export function PasskeyButton({ ask, answer, next, children }: SignInProps) {
  const [trouble, setTrouble] = useState<string>();
  const sign: Action = async (before, given) => {
    setTrouble(undefined);
    const asked = await ask();
    if (!asked.ok) {
      setTrouble(importIsWriting);
      return before;
    }
    try {
      given.set("answer", JSON.stringify(await startAuthentication({ optionsJSON: asked.value })));
    } catch {
      setTrouble(notGiven);
      return before;
    }
    given.set("next", next);
    return answer(before, given);
  };
  const { state, pending, form } = useSentForm(sign, untouchedForm, failed);
  const words = trouble ?? state.errors[""];
  return (
    <form {...form} className={styles.form}>
      {words && <Notice tone="danger">{words}</Notice>}
      <Button type="submit" disabled={pending}>
        {children}
      </Button>
    </form>
  );
}

type AddProps = {
  offer: () => Promise<Result<PublicKeyCredentialCreationOptionsJSON, "busy">>;
  add: Action;
  suggestion: string;
};

/** Makes a passkey on this device, or on a phone or key nearby, and gives it a name. */
export function AddPasskeyForm({ offer, add, suggestion }: AddProps) {
  const make: Action = async (before, form) => {
    const refused = (words: string): FormState => ({
      values: { name: String(form.get("name") ?? "") },
      errors: { "": words },
    });
    const offered = await offer();
    if (!offered.ok) return refused(importIsWriting);
    try {
      form.set("answer", JSON.stringify(await startRegistration({ optionsJSON: offered.value })));
    } catch (error) {
      const already = error instanceof Error && error.name === "InvalidStateError";
      return refused(already ? "This device has a passkey for your account already." : notGiven);
    }
    return add(before, form);
  };
  return (
    <DeskForm action={make} submit="Add a passkey" kind="plain">
      <TextField name="name" label="Name of the passkey" defaultValue={suggestion} required />
    </DeskForm>
  );
}
