import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { dataPath, environment } from "#db/environment";
import { readSettings } from "#db/settings";

/** Milliseconds a mail server has to answer: somebody sits before the page and waits for its word. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export type Letter = { to: string; subject: string; text: string };

/** `sent`: a server has taken it. `kept`: there is no server, and it lies in the outbox. Otherwise the server's answer. */
export type Delivery = { kind: "sent"; answer: string } | { kind: "kept" } | { kind: "failed"; answer: string };

/** Sends a letter to one of the staff, or keeps it as a file in the outbox where no mail server is set. */
export async function sendLetter(letter: Letter): Promise<Delivery> {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL } = environment();
  const host = PUBLIC_URL ? new URL(PUBLIC_URL).hostname : "localhost";
  const from = MAIL_FROM ?? `${(await readSettings()).name} <desk@${host}>`;
  const headers = { "Auto-Submitted": "auto-generated" };
  if (!SMTP_URL) {
    const written = await createTransport({ streamTransport: true, buffer: true }).sendMail({
      ...letter,
      from,
      headers,
    });
    await mkdir(dataPath("outbox"), { recursive: true, mode: 0o700 });
    const name = `${new Date().toISOString().replace(/[:.]/g, "-")}-${randomUUID().slice(0, 8)}.eml`;
    await writeFile(join(dataPath("outbox"), name), String(written.message), { mode: 0o600 });
    return { kind: "kept" };
  }
  try {
    const { response } = await createTransport({ url: SMTP_URL, ...patience }).sendMail({ ...letter, from, headers });
    return { kind: "sent", answer: response };
  } catch (error) {
    return { kind: "failed", answer: error instanceof Error ? error.message : String(error) };
  }
}

/** The address of a page in a letter. Never taken from the request: whoever asks for a letter could have forged that. */
export function addressInLetters(path: string): string {
  const { PUBLIC_URL, PORT } = environment();
  return `${PUBLIC_URL ?? `http://localhost:${PORT}`}${path}`;
}

type Offered = { email: string; name: string; link: string };

/** Mails somebody the link that lets them choose a password. */
export async function offerLink(occasion: "invitation" | "password-reset", offered: Offered): Promise<Delivery> {
  const { name } = await readSettings();
  const address = addressInLetters(`/sign-in/welcome/${offered.link}`);
  const letters = {
    invitation: {
      subject: `Your place at the desk of ${name}`,
      text: `Dear ${offered.name},\n\n${name} has a place for you at its desk. To take it, choose a password within seven days:\n\n${address}\n\nThe link works once. If you did not expect this letter, you need not do anything.\n`,
    },
    "password-reset": {
      subject: `A new password for ${name}`,
      text: `Dear ${offered.name},\n\nsomebody, hopefully you, asked for a new password at ${name}. Choose it within an hour:\n\n${address}\n\nThe link works once. If it was not you, you need not do anything: your password stays as it is.\n`,
    },
  };
  return sendLetter({ to: offered.email, ...letters[occasion] });
}
