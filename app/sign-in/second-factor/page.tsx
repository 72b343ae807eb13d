import Link from "next/link";
import { redirect } from "next/navigation";
import { deskPath, readSession } from "#app/_server/session";
import { TextField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { Gate } from "#components/desk/gate";
import { PasskeyButton } from "#components/desk/passkey";
import { readSecondFactors } from "#db/second-factor";
import { readSettings } from "#db/settings";
import { askForOwnPasskey, giveSecondFactor, signInWithPasskey } from "../actions.ts";

type Props = { searchParams: Promise<{ next?: string }> };

export default async function SecondFactorPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const session = await readSession();
  if (!session) redirect("/sign-in");
  if (!session.hasSecondFactor || session.secondFactorAt) redirect(deskPath(next));
  const { name } = await readSettings();
  const { totpConfirmedAt, passkeys } = await readSecondFactors(session.staffId);
  return (
    <Gate
      publication={name}
      title="One more step"
      about={
        totpConfirmedAt
          ? "Please give the six digits your authenticator app shows, or one of your recovery codes."
          : "Please use your passkey, or give one of your recovery codes."
      }
      below={<Link href="/sign-in">Sign in as somebody else</Link>}
    >
      {passkeys.length > 0 && (
        <PasskeyButton ask={askForOwnPasskey} answer={signInWithPasskey} next={deskPath(next)}>
          Use my passkey
        </PasskeyButton>
      )}
      <DeskForm action={giveSecondFactor} submit="Go on">
        <input type="hidden" name="next" value={deskPath(next)} />
        <TextField
          name="code"
          label="Code"
          autoComplete="one-time-code"
          spellCheck={false}
          autoCapitalize="none"
          required
        />
      </DeskForm>
    </Gate>
  );
}
