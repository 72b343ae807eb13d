import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { createTransport } from "nodemailer";
import { dataPath, environment } from "#db/environment";
import type { Letter } from "./commenter-mail.ts";

/** Sends one letter to one address, or throws what the server answered. */
export type Transport = (to: string, letter: Letter) => Promise<void>;

/** How long a mail server may take for one step. */
const PATIENCE_MS = 20_000;

/** Over SMTP where a server is set; else each letter becomes a file in DATA_DIR/outbox, for an operator to look at. */
export function mailTransport(publicationName: string, server = environment().SMTP_URL): Transport {
  const { MAIL_FROM, PUBLIC_URL } = environment();
  const host = PUBLIC_URL ? new URL(PUBLIC_URL).hostname : "localhost";
  const from = MAIL_FROM ?? { name: publicationName, address: `comments@${host}` };
  const message = (to: string, letter: Letter) => ({
    from,
    // As an object: an address that was typed into a form is never read as a list, or as headers.
    to: { name: "", address: to },
    subject: letter.subject,
    text: letter.text,
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(letter.unsubscribe && {
        "List-Unsubscribe": { prepared: true, value: `<${letter.unsubscribe}>` },
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (server) {
    const patience = new URL(server);
    for (const step of ["connectionTimeout", "greetingTimeout", "socketTimeout"]) {
      if (!patience.searchParams.has(step)) patience.searchParams.set(step, String(PATIENCE_MS));
    }
    const postOffice = createTransport(patience.href);
    return async (to, letter) => {
      await postOffice.sendMail(message(to, letter));
    };
  }
  const composer = createTransport({ streamTransport: true, buffer: true });
  return async (to, letter) => {
    const { message: bytes } = await composer.sendMail(message(to, letter));
    const folder = dataPath("outbox");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = `${folder}/${new Date().toISOString().replaceAll(":", "-")}-${randomUUID().slice(0, 8)}`;
    await writeFile(`${path}.part`, bytes as Buffer, { mode: 0o600 });
    await rename(`${path}.part`, `${path}.eml`);
  };
}
