import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { keyNumberOf, unsealFor } from "#db/address-cipher";
import { read, transaction } from "#db/client";
import { addCommenter } from "#db/commenters";
import { renewSealed } from "#db/key-rotation";
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
