import { Ask } from "#components/desk/ask";
import { PasswordField, SelectField, TextField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { Panel } from "#components/desk/panel";
import type { MailServer } from "#core/mail-server";
import { environment } from "#db/environment";
import { findMailServer } from "#db/mail-server";
import { forgetMailServer, saveMailServer, sendTestMail } from "./actions.ts";

/** Where mail goes out, and a letter to try it with. What the operator has set in the environment is not changed here. */
export async function MailPanel() {
  const { SMTP_URL } = environment();
  const server = await findMailServer();
  return (
    <Panel title="Mail" about={inWords(SMTP_URL, server)}>
      {!SMTP_URL && <MailServerForm server={server} />}
      {!SMTP_URL && server && (
        <Ask button="Forget this server" question={`Forget “${server.host}” and its password?`}>
          <p>Letters then stay in the outbox of the data folder.</p>
          <DeskForm action={forgetMailServer} submit={`Forget “${server.host}”`} kind="danger" />
        </Ask>
      )}
      <DeskForm action={sendTestMail} submit="Send a test" kind="plain" label="Mail">
        <TextField name="email" label="To" type="email" required />
      </DeskForm>
    </Panel>
  );
}

function inWords(address: string | undefined, server: MailServer | undefined): string {
  if (address) {
    return `Letters go out through ${new URL(address).hostname}, as the environment of this server says (SMTP_URL).`;
  }
  if (server) return `Letters go out through ${server.host}.`;
  return "No mail server is set: letters are kept as files in the outbox of the data folder.";
}

function MailServerForm({ server }: { server: Awaited<ReturnType<typeof findMailServer>> }) {
  return (
    <DeskForm action={saveMailServer} submit="Save mail server" kind="plain" label="Mail server">
      <TextField
        name="host"
        label="Server"
        hint="As your provider names it: mail.example.org."
        defaultValue={server?.host}
        spellCheck={false}
        autoCapitalize="none"
        required
      />
      <TextField name="port" label="Port" inputMode="numeric" defaultValue={server?.port ?? 587} required />
      <SelectField
        name="security"
        label="Security"
        defaultValue={server?.security ?? "starttls"}
        options={[
          { value: "starttls", label: "STARTTLS, mostly at port 587" },
          { value: "tls", label: "TLS from the first byte, mostly at port 465" },
          { value: "none", label: "None: only for a server on this machine or in this house" },
        ]}
      />
      <TextField
        name="username"
        label="User name"
        hint="Left empty, nobody signs in there."
        defaultValue={server?.username}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="none"
      />
      <PasswordField
        name="password"
        label="Password"
        hint={
          server?.hasPassword
            ? "One is kept, encrypted. Left empty, it stays."
            : "Kept encrypted, and never shown again."
        }
        autoComplete="new-password"
      />
      <TextField
        name="sender"
        label="Letters come from"
        hint="An address the server lets you write from. Left empty, it is one at the publication’s host."
        type="email"
        defaultValue={server?.sender}
      />
    </DeskForm>
  );
}
