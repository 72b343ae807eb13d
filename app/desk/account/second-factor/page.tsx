import type { Metadata } from "next";
import Link from "next/link";
import QRCode from "qrcode";
import { requireAccount } from "#app/_server/session";
import { Ago } from "#components/desk/ago";
import { Ask } from "#components/desk/ask";
import { PasswordField, TextField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Badge, EmptyState, Notice, Panel } from "#components/desk/panel";
import { AddPasskeyForm } from "#components/desk/passkey";
import { QrCode } from "#components/desk/qr-code";
import { Table } from "#components/desk/table";
import { may } from "#core/permissions";
import { prepareTotp, readSecondFactors } from "#db/second-factor";
import { readSettings } from "#db/settings";
import {
  addOwnPasskey,
  confirmAuthenticator,
  offerOwnPasskey,
  removeAuthenticator,
  removeOwnPasskey,
  renewCodes,
} from "../actions.ts";

export const metadata: Metadata = { title: "Second factor" };

export default async function SecondFactorPage() {
  const staff = await requireAccount();
  const now = new Date();
  const { name: publication, timeZone, secondFactorForPublishers } = await readSettings();
  const { totpConfirmedAt, recoveryCodesLeft, passkeys } = await readSecondFactors(staff.staffId);
  const isRequired = secondFactorForPublishers && may(staff.role, "article:publish");
  return (
    <>
      <PageHeading title="Second factor" about={<Link href="/desk/account">Back to your account</Link>} />
      {isRequired && !staff.hasSecondFactor && (
        <Notice tone="warn">
          <p>At {publication}, everybody who may publish signs in with a second factor. Please set one up to go on.</p>
        </Notice>
      )}
      <Panel
        title="Passkeys"
        about="Your device's fingerprint, face or PIN, or a security key. The safest way, and it also signs you in without a password."
      >
        {passkeys.length > 0 ? (
          <Table
            caption="Your passkeys"
            rows={passkeys}
            keyOf={({ credentialId }) => credentialId}
            columns={[
              { title: "Name", cell: ({ name }) => name },
              { title: "Added", cell: ({ createdAt }) => <Ago at={createdAt} now={now} timeZone={timeZone} /> },
              {
                title: "Last used",
                cell: ({ lastUsedAt }) =>
                  lastUsedAt ? <Ago at={lastUsedAt} now={now} timeZone={timeZone} /> : "Never",
              },
              {
                title: "Remove",
                kind: "actions",
                cell: ({ credentialId, name }) => (
                  <Ask button="Remove" kind="quiet" question={`Remove the passkey “${name}”?`}>
                    <DeskForm action={removeOwnPasskey} submit="Remove it" kind="danger">
                      <input type="hidden" name="credentialId" value={credentialId} />
                    </DeskForm>
                  </Ask>
                ),
              },
            ]}
          />
        ) : (
          <EmptyState title="No passkey yet" />
        )}
        <AddPasskeyForm offer={offerOwnPasskey} add={addOwnPasskey} suggestion={`Passkey ${passkeys.length + 1}`} />
      </Panel>
      <Panel title="Authenticator app">
        {totpConfirmedAt && (
          <p>
            <Badge tone="good">Set up</Badge> <Ago at={totpConfirmedAt} now={now} timeZone={timeZone} />
          </p>
        )}
        {/* One form before and after: what it answers, the recovery codes, is shown where it stood. */}
        <DeskForm
          action={confirmAuthenticator}
          submit={totpConfirmedAt ? undefined : "Turn it on"}
          kind="plain"
          label="Authenticator app"
        >
          {!totpConfirmedAt && <Enrol staffId={staff.staffId} publication={publication} />}
        </DeskForm>
        {totpConfirmedAt && (
          <Ask button="Remove the app" question="Stop asking for your authenticator app?">
            <DeskForm action={removeAuthenticator} submit="Remove it" kind="danger">
              <PasswordField name="password" label="Your password" autoComplete="current-password" required />
            </DeskForm>
          </Ask>
        )}
      </Panel>
      {staff.hasSecondFactor && (
        <Panel
          title="Recovery codes"
          about={`For the day your phone is lost. Each works once; ${recoveryCodesLeft} of them ${recoveryCodesLeft === 1 ? "is" : "are"} left.`}
        >
          <DeskForm action={renewCodes} submit="Make new codes" kind="plain" label="Recovery codes" />
        </Panel>
      )}
    </>
  );
}

async function Enrol({ staffId, publication }: { staffId: number; publication: string }) {
  const prepared = await prepareTotp(staffId, publication);
  if (!prepared.ok) return null;
  const { address, secret } = prepared.value;
  const { modules } = QRCode.create(address, { errorCorrectionLevel: "M" });
  return (
    <>
      <p>
        Scan this with an app such as Aegis or 2FAS, or the one in your password manager; or type the key{" "}
        <code>{secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <QrCode size={modules.size} dark={(row, column) => modules.get(row, column) === 1} label="The code to scan" />
      <TextField name="code" label="Code shown by the app" inputMode="numeric" autoComplete="one-time-code" required />
    </>
  );
}
