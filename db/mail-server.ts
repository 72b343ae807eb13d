import type { MailServer } from "#core/mail-server";
import { accept, type Result, refuse } from "#core/result";
import { sealFor, unsealFor } from "./address-cipher.ts";
import { read, transaction } from "./client.ts";
import { type Actor, record } from "./log.ts";
import { mailServer } from "./schema.ts";

/** There is one server, so its row has one number. */
const row = { table: "mail_server", id: 1 } as const;

const find = () => read().select().from(mailServer).get();

/** The mail server set at the desk, and whether a password is kept for it. */
export async function findMailServer(): Promise<(MailServer & { hasPassword: boolean }) | undefined> {
  const found = find();
  if (!found) return undefined;
  const { id: _, password, ...server } = found;
  return { ...server, hasPassword: password !== null };
}

/** Its password; "" where there is none, or where the key is gone under which it was encrypted. */
export async function readMailPassword(): Promise<string> {
  const sealed = find()?.password;
  const opened = sealed ? unsealFor(row, sealed) : accept("");
  return opened.ok ? opened.value : "";
}

/**
 * Sets the server through which letters go out. Where no password is given, the one that is kept stays, but only for the
 * same server, name and security: it is never handed to another.
 */
export function setMailServer(
  actor: Actor,
  given: MailServer,
  password: string,
  now: Date,
): Promise<Result<null, "password-again">> {
  return transaction(async (tx) => {
    const before = tx.select().from(mailServer).get();
    const isSame =
      before?.host === given.host &&
      before.port === given.port &&
      before.security === given.security &&
      before.username === given.username;
    if (password === "" && before?.password && given.username !== "" && !isSame) return refuse("password-again");
    const kept = isSame ? before.password : null;
    const values = { ...given, password: password === "" ? kept : sealFor(row, password) };
    tx.insert(mailServer)
      .values({ id: row.id, ...values })
      .onConflictDoUpdate({ target: mailServer.id, set: values })
      .run();
    const said = ({ host, port, security, username, sender }: MailServer) => ({
      host,
      port,
      security,
      username,
      sender,
    });
    const detail = {
      from: before ? said(before) : null,
      to: said(given),
      password: password ? "given" : "as before",
    };
    record(tx, actor, "change", { kind: "mail", id: null, name: given.host }, now, detail);
    return accept(null);
  });
}

/** Forgets the server and its password: letters stay in the outbox, or go where the environment says. */
export function removeMailServer(actor: Actor, now: Date): Promise<Result<null, "not-found">> {
  return transaction(async (tx) => {
    const gone = tx.delete(mailServer).returning({ host: mailServer.host }).get();
    if (!gone) return refuse("not-found");
    record(tx, actor, "delete", { kind: "mail", id: null, name: gone.host }, now);
    return accept(null);
  });
}
