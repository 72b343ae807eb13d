import Link from "next/link";
import { redirect } from "next/navigation";
import { deskPath, readSession } from "#app/_server/session";
import { PasswordField, TextField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { Gate } from "#components/desk/gate";
import { PasskeyButton } from "#components/desk/passkey";
import { readSettings } from "#db/settings";
import { hasAdministrator } from "#db/staff";
import { askWhoHasPasskey, signIn, signInWithPasskey } from "./actions.ts";

type Props = { searchParams: Promise<{ next?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const session = await readSession();
  if (session && (!session.hasSecondFactor || session.secondFactorAt)) redirect(deskPath(next));
  const { name } = await readSettings();
  if (!(await hasAdministrator())) {
    return (
      <Gate
        publication={name}
        title="Nobody runs this desk yet"
        about="The first administrator is created with a link that works once. It was printed where this publication was started; starting it again prints a new one."
      >
        <p>
          On the machine itself, <code>npm run staff -- link</code> prints one as well.
        </p>
      </Gate>
    );
  }
  return (
    <Gate
      publication={name}
      title="Sign in"
      below={<Link href="/sign-in/forgotten">I have forgotten my password</Link>}
    >
      <DeskForm action={signIn} submit="Sign in">
        <input type="hidden" name="next" value={deskPath(next)} />
        <TextField name="email" label="Email address" type="email" autoComplete="username webauthn" required />
        <PasswordField name="password" label="Password" autoComplete="current-password" required />
      </DeskForm>
      <PasskeyButton ask={askWhoHasPasskey} answer={signInWithPasskey} next={deskPath(next)}>
        Sign in with a passkey
      </PasskeyButton>
    </Gate>
  );
}
