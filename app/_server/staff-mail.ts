import { environment } from "#db/environment";
import { readSettings } from "#db/settings";
import { mailRefusal } from "#exchange/mail-refusal";
import { type Delivered, mailRoute, mailTransport } from "#exchange/mail-transport";

export type StaffLetter = { to: string; subject: string; text: string };

/** What became of a letter; where it failed, why, in a sentence. */
export type Delivery = Delivered | { kind: "failed"; why: string };

/** Sends a letter to one of the staff, or keeps it as a file in the outbox where no mail server is set. */
export async function sendLetter({ to, ...letter }: StaffLetter): Promise<Delivery> {
  const { name } = await readSettings();
  const { server, sender } = await mailRoute();
  const send = mailTransport({ name, box: "desk", address: sender }, server);
  try {
    return await send(to, letter);
  } catch (error) {
    return { kind: "failed", why: mailRefusal(error) };
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
