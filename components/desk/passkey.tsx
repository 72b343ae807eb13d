"use client";

import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { type ReactNode, useState } from "react";
import { type FormState, untouchedForm } from "#core/form-state";
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
  ask: () => Promise<PublicKeyCredentialRequestOptionsJSON>;
  answer: Action;
  next: string;
  children: ReactNode;
};

export function PasskeyButton({ ask, answer, next, children }: SignInProps) {
  const [trouble, setTrouble] = useState<string>();
  const sign: Action = async (before, given) => {
    setTrouble(undefined);
    try {
      given.set("answer", JSON.stringify(await startAuthentication({ optionsJSON: await ask() })));
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
  offer: () => Promise<PublicKeyCredentialCreationOptionsJSON>;
  add: Action;
  suggestion: string;
};

/** Makes a passkey on this device, or on a phone or key nearby, and gives it a name. */
export function AddPasskeyForm({ offer, add, suggestion }: AddProps) {
  const make: Action = async (before, form) => {
    try {
      form.set("answer", JSON.stringify(await startRegistration({ optionsJSON: await offer() })));
    } catch (error) {
      const name = String(form.get("name") ?? "");
      const already = error instanceof Error && error.name === "InvalidStateError";
      const words = already ? "This device has a passkey for your account already." : notGiven;
      return { values: { name }, errors: { "": words } };
    }
    return add(before, form);
  };
  return (
    <DeskForm action={make} submit="Add a passkey" kind="plain">
      <TextField name="name" label="Name of the passkey" defaultValue={suggestion} required />
    </DeskForm>
  );
}
