import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { accept, type Result, refuse } from "#core/result";
import { keyNumberOf, type SealedPlace, sealFor, unsealFor } from "./address-cipher.ts";
import { transaction, type Writer } from "./client.ts";
import { leaveNoBytes } from "./commenters-own.ts";
import { keys, newAddressKey, readKeyFile, replaceKeyFile } from "./keys.ts";
import { commenter, mailServer, staff } from "./schema.ts";

/** Rows in one deed: short enough that whoever posts meanwhile hardly waits. */
const AT_ONCE = 200;

export type Rotation = { renewed: number; unreadable: number };

type Sealed = { id: number; value: Buffer };
type Place = {
  table: SealedPlace["table"];
  list: (tx: Writer, after: number) => Sealed[];
  put: (tx: Writer, id: number, value: Buffer) => void;
};

/** Everything that is encrypted for a row. */
const places: readonly Place[] = [
  {
    table: "commenter",
    list: (tx, after) =>
      tx
        .select({ id: commenter.id, value: commenter.address })
        .from(commenter)
        .where(and(gt(commenter.id, after), isNotNull(commenter.address)))
        .orderBy(asc(commenter.id))
        .limit(AT_ONCE)
        .all()
        .flatMap(({ id, value }) => (value ? [{ id, value }] : [])),
    put: (tx, id, address) => void tx.update(commenter).set({ address }).where(eq(commenter.id, id)).run(),
  },
  {
    table: "staff",
    list: (tx, after) =>
      tx
        .select({ id: staff.id, value: staff.totpSecret })
        .from(staff)
        .where(and(gt(staff.id, after), isNotNull(staff.totpSecret)))
        .orderBy(asc(staff.id))
        .limit(AT_ONCE)
        .all()
        .flatMap(({ id, value }) => (value ? [{ id, value }] : [])),
    put: (tx, id, totpSecret) => void tx.update(staff).set({ totpSecret }).where(eq(staff.id, id)).run(),
  },
  {
    table: "mail_server",
    list: (tx, after) =>
      tx
        .select({ id: mailServer.id, value: mailServer.password })
        .from(mailServer)
        .where(gt(mailServer.id, after))
        .all()
        .flatMap(({ id, value }) => (value ? [{ id, value }] : [])),
    put: (tx, id, password) => void tx.update(mailServer).set({ password }).where(eq(mailServer.id, id)).run(),
  },
];

/**
 * Puts a new key in force and the present one among the former. As a deed, because deeds are done one at a time on the
 * machine: of two rotations at once neither may overwrite the key of the other, under which something is encrypted by then.
 */
export function putNewKeyInForce(): Promise<Result<void, "no-key-file">> {
  return transaction(async () => {
    const file = readKeyFile();
    if (!file) return refuse("no-key-file");
    replaceKeyFile({
      ...file,
      addressKey: newAddressKey(),
      formerAddressKeys: [file.addressKey, ...file.formerAddressKeys],
    });
    return accept(undefined);
  });
}

/**
 * Drops these former keys, after everything was encrypted under `inForce`; returns how many there were. Refused where
 * another key has come into force meanwhile: something may still be encrypted under the one before.
 */
export function dropFormerKeys(inForce: string): Promise<Result<number, "no-key-file" | "rotated-meanwhile">> {
  return transaction(async () => {
    const file = readKeyFile();
    if (!file) return refuse("no-key-file");
    if (file.addressKey !== inForce) return refuse("rotated-meanwhile");
    replaceKeyFile({ ...file, formerAddressKeys: [] });
    return accept(file.formerAddressKeys.length);
  });
}

/**
 * Encrypts everything anew that is not under the present key, a few rows at a time, while others read and write. What does
 * not open (an altered value, a key that is gone) is left as it is and counted.
 */
export async function renewSealed(): Promise<Rotation> {
  const rotation: Rotation = { renewed: 0, unreadable: 0 };
  for (const place of places) {
    for (let after = 0; ; ) {
      const last = await transaction(async (tx) => {
        const rows = place.list(tx, after);
        for (const { id, value } of rows) renew(tx, place, { id, value }, rotation);
        return rows.at(-1)?.id;
      });
      if (last === undefined) break;
      after = last;
    }
  }
  await leaveNoBytes();
  return rotation;
}

function renew(tx: Writer, { table, put }: Place, { id, value }: Sealed, rotation: Rotation): void {
  if (keyNumberOf(value) === keys().current.id) return;
  const opened = unsealFor({ table, id }, value);
  if (!opened.ok) {
    rotation.unreadable += 1;
    return;
  }
  put(tx, id, sealFor({ table, id }, opened.value));
  rotation.renewed += 1;
}
