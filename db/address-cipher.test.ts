import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { test } from "node:test";
import { keyedHash, sealFor, unsealFor } from "#db/address-cipher";
import { dataPath } from "#db/environment";
import { newAddressKey, readKeyFile, replaceKeyFile } from "#db/keys";

const row = { table: "commenter", id: 7 } as const;

test("an address is read back for the row it was encrypted for", () => {
  assert.deepEqual(unsealFor(row, sealFor(row, "ana@example.org")), { ok: true, value: "ana@example.org" });
});

test("the same address encrypted twice gives different bytes, and neither shows it", () => {
  const [one, other] = [sealFor(row, "ana@example.org"), sealFor(row, "ana@example.org")];
  assert.notDeepEqual(one, other);
  assert.ok(!one.includes("ana"));
});

test("an address moved to another row, or to another table, does not open", () => {
  const sealed = sealFor(row, "ana@example.org");
  assert.deepEqual(unsealFor({ table: "commenter", id: 8 }, sealed), { ok: false, reason: "altered" });
  assert.deepEqual(unsealFor({ table: "staff", id: 7 }, sealed), { ok: false, reason: "altered" });
});

test("a change of any one byte is detected", () => {
  const sealed = sealFor(row, "ana@example.org");
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = Buffer.from(sealed);
    altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
    assert.equal(unsealFor(row, altered).ok, false, `byte ${at}`);
  }
  assert.equal(unsealFor(row, sealed.subarray(0, 12)).ok, false);
});

test("keys made at first start are in a file that only its owner can read", () => {
  keyedHash("network", "192.0.2.1");
  assert.equal(statSync(dataPath("keys.json")).mode & 0o777, 0o600);
});

test("after a change of keys, old values open and new ones carry the new number; with the former key gone, they do not", () => {
  const before = sealFor(row, "ana@example.org");
  const file = readKeyFile();
  assert.ok(file);
  const rotated = { ...file, addressKey: newAddressKey(), formerAddressKeys: [file.addressKey] };
  replaceKeyFile(rotated);
  const after = sealFor(row, "ana@example.org");
  assert.notDeepEqual(before.subarray(1, 5), after.subarray(1, 5));
  assert.equal(unsealFor(row, before).ok, true);
  assert.equal(unsealFor(row, after).ok, true);
  replaceKeyFile({ ...rotated, formerAddressKeys: [] });
  assert.deepEqual(unsealFor(row, before), { ok: false, reason: "unknown-key" });
});

test("a keyed hash is the same for the same value and differs by purpose", () => {
  assert.equal(keyedHash("address", "ana@example.org"), keyedHash("address", "ana@example.org"));
  assert.notEqual(keyedHash("address", "ana@example.org"), keyedHash("network", "ana@example.org"));
  assert.match(keyedHash("address", "ana@example.org"), /^[\w-]{43}$/);
});
