import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { createTransport, type SendMailOptions } from "nodemailer";
import { mailServerAddress } from "#core/mail-server";
import { dataPath, environment } from "#db/environment";
import { findMailServer, readMailPassword } from "#db/mail-server";

/** A mail as it leaves: its words, and how its reader ends such mails with one click (RFC 8058). */
export type Letter = { subject: string; text: string; unsubscribe?: string };

/** `sent`: a server has taken it, with these words. `kept`: no server is set, and it lies in the outbox. */
export type Delivered = { kind: "sent"; answer: string } | { kind: "kept" };

/** Sends one letter to one address, or throws what the server answered. */
export type Transport = (to: string, letter: Letter) => Promise<Delivered>;

/**
 * Who writes, where MAIL_FROM does not say it: a name, and an address; without one, the box before the publication's host.
 */
export type MailSender = { name: string; box: "comments" | "desk"; address?: string | undefined };

/** Where letters go out and from which address: what the environment says goes before what was set at the desk. */
export async function mailRoute(): Promise<{ server?: string; sender?: string }> {
  const { SMTP_URL } = environment();
  if (SMTP_URL) return { server: SMTP_URL };
  const set = await findMailServer();
  if (!set) return {};
  return { server: mailServerAddress(set, await readMailPassword()), ...(set.sender && { sender: set.sender }) };
}

/** Milliseconds a server has for each step, where its address does not say it. Somebody may sit before a page and wait. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Connections to the server at once, for many letters, and how many letters go over each before it is opened anew. */
const pool = { connections: 4, letters: 100 };

/** A transport for one letter. */
export const mailTransport = (sender: MailSender, server: string | undefined): Transport =>
  openPostOffice(sender, server).send;

/** A transport for as many letters as may come: connections stay open between them, until it is closed. */
export const manyLettersTransport = (sender: MailSender, server: string | undefined) =>
  openPostOffice(sender, server, pool);

/** Over SMTP where a server is set; else each letter becomes a file in DATA_DIR/outbox, for an operator to look at. */
function openPostOffice(
  { name, box, address: own }: MailSender,
  server: string | undefined,
  kept?: typeof pool,
): { send: Transport; close: () => void } {
  const { MAIL_FROM, PUBLIC_URL } = environment();
  const host = PUBLIC_URL ? new URL(PUBLIC_URL).hostname : "localhost";
  const from = MAIL_FROM ?? { name, address: own ?? `${box}@${host}` };
  if (!server) return { send: keepInOutbox(from), close: () => undefined };
  const address = new URL(server);
  for (const [step, ms] of Object.entries(patience)) {
    if (!address.searchParams.has(step)) address.searchParams.set(step, String(ms));
  }
  if (kept) {
    address.searchParams.set("pool", "true");
    address.searchParams.set("maxConnections", String(kept.connections));
    address.searchParams.set("maxMessages", String(kept.letters));
  }
  const postOffice = createTransport(address.href);
  const send: Transport = async (to, letter) => {
    const { response } = await postOffice.sendMail(messageFrom(from, to, letter));
    return { kind: "sent", answer: response };
  };
  return { send, close: () => postOffice.close() };
}

function keepInOutbox(from: SendMailOptions["from"]): Transport {
  const composer = createTransport({ streamTransport: true, buffer: true });
  const folder = dataPath("outbox");
  let isThere: Promise<unknown> | undefined;
  return async (to, letter) => {
    const { message } = await composer.sendMail(messageFrom(from, to, letter));
    isThere ??= mkdir(folder, { recursive: true, mode: 0o700 });
    await isThere;
    const path = `${folder}/${new Date().toISOString().replaceAll(":", "-")}-${randomUUID().slice(0, 8)}`;
    await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 });
    await rename(`${path}.part`, `${path}.eml`);
    return { kind: "kept" };
  };
}

const messageFrom = (
  from: SendMailOptions["from"],
  to: string,
  { subject, text, unsubscribe }: Letter,
): SendMailOptions => ({
  from,
  // As an object: an address that was typed into a form is never read as a list, or as headers.
  to: { name: "", address: to },
  subject,
  text,
  headers: {
    "Auto-Submitted": "auto-generated",
    ...(unsubscribe && {
      "List-Unsubscribe": { prepared: true, value: `<${unsubscribe}>` },
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
  },
  disableFileAccess: true,
  disableUrlAccess: true,
});
