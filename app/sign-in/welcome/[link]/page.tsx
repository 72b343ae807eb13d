import Link from "next/link";
import { passwordHint } from "#app/_server/password-words";
import { PasswordField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { Gate } from "#components/desk/gate";
import { readSettings } from "#db/settings";
import { findInvited } from "#db/staff-password";
import { chooseOwnPassword } from "../../actions.ts";

type Props = { params: Promise<{ link: string }> };

/** Where an invitation and the link for a forgotten password lead. */
export default async function WelcomePage({ params }: Props) {
  const { link } = await params;
  const { name } = await readSettings();
  const person = await findInvited(link, new Date());
  if (!person) {
    return (
      <Gate
        publication={name}
        title="This link is over"
        about="It has been used, or is too old."
        below={<Link href="/sign-in">Sign in</Link>}
      >
        <p>
          Ask for <Link href="/sign-in/forgotten">a new one</Link>, or whoever invited you.
        </p>
      </Gate>
    );
  }
  return (
    <Gate
      publication={name}
      title={person.joined === null ? `Welcome, ${person.name}` : "A new password"}
      about={`Choose the password you will sign in with as ${person.email}.`}
    >
      <DeskForm action={chooseOwnPassword} submit="Choose and sign in">
        <input type="hidden" name="link" value={link} />
        <input type="hidden" name="username" autoComplete="username" value={person.email} />
        <PasswordField name="password" label="Password" hint={passwordHint} autoComplete="new-password" required />
      </DeskForm>
    </Gate>
  );
}
