import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { keyNumberOf, unsealFor } from "#db/address-cipher";
import { read, transaction } from "#db/client";
import { addCommenter } from "#db/commenters";
import { dropFormerKeys, putNewKeyInForce, renewSealed } from "#db/key-rotation";
import { keys, newAddressKey, readKeyFile, replaceKeyFile } from "#db/keys";
import { commenter } from "#db/schema";

const now = new Date("2026-11-23T10:00:00Z");
const rows = () => read().select().from(commenter).orderBy(commenter.id).all();

test("after a rotation every address is under the new key and reads as before; an altered one is left and counted", async () => {
  await transaction(async (tx) => {
    for (let number = 0; number < 450; number += 1) addCommenter(tx, `reader-${number}@example.org`, now);
  });
  const [damaged, swapped] = rows();
  assert.ok(damaged?.address && swapped?.address);
  await transaction(async (tx) => {
    tx.update(commenter).set({ address: swapped.address }).where(eq(commenter.id, damaged.id)).run();
  });
  const file = readKeyFile();
  assert.ok(file);
  replaceKeyFile({ ...file, addressKey: newAddressKey(), formerAddressKeys: [file.addressKey] });
  assert.deepEqual(await renewSealed(), { renewed: 449, unreadable: 1 });
  for (const { id, address } of rows().slice(1)) {
    assert.ok(address);
    assert.equal(keyNumberOf(address), keys().current.id);
    assert.deepEqual(unsealFor({ table: "commenter", id }, address), {
      ok: true,
      value: `reader-${id - damaged.id}@example.org`,
    });
  }
  assert.deepEqual(await renewSealed(), { renewed: 0, unreadable: 1 });
});

test("of two rotations at once, neither overwrites the key of the other", async () => {
  const before = readKeyFile();
  assert.ok(before);
  assert.deepEqual(await Promise.all([putNewKeyInForce(), putNewKeyInForce()]), [
    { ok: true, value: undefined },
    { ok: true, value: undefined },
  ]);
  const after = readKeyFile();
  assert.ok(after);
  assert.equal(after.formerAddressKeys.length, before.formerAddressKeys.length + 2);
  assert.equal(after.formerAddressKeys[1], before.addressKey);
});

test("comments that are posted while keys are changed keep their addresses", async () => {
  const [last] = rows().slice(-1);
  const posted = Array.from({ length: 60 }, (_, number) => `between-${number}@example.org`);
  const posting = posted.map((email) => transaction(async (tx) => addCommenter(tx, email, now)));
  await Promise.all([putNewKeyInForce(), renewSealed(), ...posting, putNewKeyInForce()]);
  await renewSealed();
  const kept = rows()
    .filter(({ id }) => id > (last?.id ?? 0))
    .map(({ id, address }) => address && unsealFor({ table: "commenter", id }, address));
  assert.deepEqual(
    kept,
    posted.map((value) => ({ ok: true, value })),
  );
});

test("former keys are dropped only while the key is in force under which everything was encrypted", async () => {
  const before = readKeyFile();
  assert.ok(before);
  await putNewKeyInForce();
  assert.deepEqual(await dropFormerKeys(before.addressKey), { ok: false, reason: "rotated-meanwhile" });
  assert.ok(readKeyFile()?.formerAddressKeys.includes(before.addressKey));
  await renewSealed();
  const dropped = await dropFormerKeys(readKeyFile()?.addressKey ?? "");
  assert.deepEqual(dropped, { ok: true, value: before.formerAddressKeys.length + 1 });
  assert.deepEqual(readKeyFile()?.formerAddressKeys, []);
});
