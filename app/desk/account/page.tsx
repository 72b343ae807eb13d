import type { Metadata } from "next";
import { passwordHint } from "#app/_server/password-words";
import { requireAccount } from "#app/_server/session";
import { Ago } from "#components/desk/ago";
import { ButtonLink } from "#components/desk/button";
import { PasswordField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Badge, Panel } from "#components/desk/panel";
import { Table } from "#components/desk/table";
import { roleDescriptions, roleNames } from "#core/staff";
import { listSessions } from "#db/sessions";
import { readSettings } from "#db/settings";
import { changeOwnPassword, signOutElsewhere, signOutThere } from "./actions.ts";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const staff = await requireAccount();
  const now = new Date();
  const { timeZone } = await readSettings();
  const sessions = await listSessions(staff.staffId, now);
  return (
    <>
      <PageHeading
        title="Your account"
        about={`${staff.name} · ${roleNames[staff.role]}. ${roleDescriptions[staff.role]}`}
      />
      <Panel
        title="Second factor"
        about={
          staff.hasSecondFactor
            ? "Besides your password, signing in asks for your app, a passkey or a recovery code."
            : "A password can be learned by others. An app on your phone or a passkey cannot."
        }
      >
        <ButtonLink href="/desk/account/second-factor" kind={staff.hasSecondFactor ? "plain" : "main"}>
          {staff.hasSecondFactor ? "See your app, passkeys and codes" : "Set up a second factor"}
        </ButtonLink>
      </Panel>
      <Panel title="Where you are signed in">
        <Table
          caption="Your sessions"
          rows={sessions}
          keyOf={({ hash }) => hash}
          columns={[
            {
              title: "Device",
              cell: ({ device, hash }) => (
                <>
                  {device || "Unknown device"} {hash === staff.sessionHash && <Badge tone="accent">This one</Badge>}
                </>
              ),
            },
            { title: "Signed in", cell: ({ createdAt }) => <Ago at={createdAt} now={now} timeZone={timeZone} /> },
            { title: "Last used", cell: ({ lastSeenAt }) => <Ago at={lastSeenAt} now={now} timeZone={timeZone} /> },
            {
              title: "Sign out",
              kind: "actions",
              cell: ({ hash, device }) =>
                hash !== staff.sessionHash && (
                  <DeskForm action={signOutThere} submit="Sign out there" kind="quiet" label={`Sign out of ${device}`}>
                    <input type="hidden" name="session" value={hash} />
                  </DeskForm>
                ),
            },
          ]}
        />
        {sessions.length > 1 && (
          <DeskForm action={signOutElsewhere} submit="Sign out everywhere else" kind="plain" label="Other devices" />
        )}
      </Panel>
      <Panel title="Password" about="Changing it signs you out on every other device.">
        <DeskForm action={changeOwnPassword} submit="Change password" kind="plain">
          <PasswordField name="passwordNow" label="Your password now" autoComplete="current-password" required />
          <PasswordField
            name="passwordNext"
            label="New password"
            hint={passwordHint}
            autoComplete="new-password"
            required
          />
        </DeskForm>
      </Panel>
    </>
  );
}
