import Link from "next/link";
import { passwordHint } from "#app/_server/password-words";
import { PasswordField, TextField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { Gate } from "#components/desk/gate";
import { readSettings } from "#db/settings";
import { findLink } from "#db/staff-links";
import { startPublication } from "../../actions.ts";

type Props = { params: Promise<{ link: string }> };

export default async function FirstAdministratorPage({ params }: Props) {
  const { link } = await params;
  const { name } = await readSettings();
  if (!(await findLink("first-administrator", link, new Date()))) {
    return (
      <Gate
        publication={name}
        title="This link is over"
        about="It has been used, is too old, or a newer one was printed."
        below={<Link href="/sign-in">Sign in</Link>}
      >
        <p>Starting the publication again prints a new one, as long as nobody works here yet.</p>
      </Gate>
    );
  }
  return (
    <Gate
      publication={name}
      title="The first administrator"
      about="This account can do everything, and invites everybody else."
    >
      <DeskForm action={startPublication} submit="Open the desk">
        <input type="hidden" name="link" value={link} />
        <TextField name="name" label="Your name" autoComplete="name" required />
        <TextField name="email" label="Email address" type="email" autoComplete="username" required />
        <PasswordField name="password" label="Password" hint={passwordHint} autoComplete="new-password" required />
      </DeskForm>
    </Gate>
  );
}
