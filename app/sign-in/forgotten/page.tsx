import Link from "next/link";
import { TextField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { Gate } from "#components/desk/gate";
import { readSettings } from "#db/settings";
import { askForReset } from "../actions.ts";

export default async function ForgottenPage() {
  const { name } = await readSettings();
  return (
    <Gate
      publication={name}
      title="A new password"
      about="We mail you a link with which to choose one."
      below={<Link href="/sign-in">Back to signing in</Link>}
    >
      <DeskForm action={askForReset} submit="Send the link">
        <TextField name="email" label="Email address" type="email" autoComplete="username" required />
      </DeskForm>
    </Gate>
  );
}
