import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { mailServerAddress, mailServerForm } from "#core/mail-server";
import { read } from "#db/client";
import { putNewKeyInForce, renewSealed } from "#db/key-rotation";
import { keys } from "#db/keys";
import { theSoftware } from "#db/log";
import { findMailServer, readMailPassword, removeMailServer, setMailServer } from "#db/mail-server";
import { logEntry, mailServer } from "#db/schema";

const now = new Date("2026-11-23T08:00:00Z");
const given = { host: "mail.example.org", port: 587, security: "starttls", username: "desk", sender: "" } as const;
const PASSWORD = "tides & p@ss/word";

test("the password of a mail server is kept encrypted, stays where none is given, and is in no line of the log", async () => {
  assert.equal(await findMailServer(), undefined);
  assert.equal(await readMailPassword(), "");
  assert.ok((await setMailServer(theSoftware, given, PASSWORD, now)).ok);
  assert.ok((await setMailServer(theSoftware, { ...given, sender: "desk@example.org" }, "", now)).ok);
  assert.deepEqual(await findMailServer(), { ...given, sender: "desk@example.org", hasPassword: true });
  assert.equal(await readMailPassword(), PASSWORD);
  assert.ok(!read().select().from(mailServer).get()?.password?.includes("tides"));
  assert.doesNotMatch(JSON.stringify(read().select().from(logEntry).all()), /tides/);
});

test("a kept password is never handed to another server, nor in the clear", async () => {
  for (const other of [{ host: "mail.example.net" }, { port: 25 }, { security: "none" }, { username: "x" }] as const) {
    const changed = await setMailServer(theSoftware, { ...given, ...other }, "", now);
    assert.deepEqual(changed, { ok: false, reason: "password-again" });
  }
  assert.equal((await findMailServer())?.host, given.host);
  assert.ok((await setMailServer(theSoftware, { ...given, username: "", host: "mail.example.net" }, "", now)).ok);
  assert.equal(await readMailPassword(), "");
});

test("a new key opens it, and it is forgotten with its server", async () => {
  await setMailServer(theSoftware, given, PASSWORD, now);
  keys();
  assert.ok((await putNewKeyInForce()).ok);
  assert.equal((await renewSealed()).renewed, 1);
  assert.equal(await readMailPassword(), PASSWORD);
  assert.ok((await removeMailServer(theSoftware, now)).ok);
  assert.deepEqual([await findMailServer(), await readMailPassword()], [undefined, ""]);
  assert.deepEqual(await removeMailServer(theSoftware, now), { ok: false, reason: "not-found" });
});

test("a server becomes the address that the carrier of mail reads", () => {
  assert.equal(
    mailServerAddress({ ...given, username: "desk@example.org" }, "a/b:c@d"),
    "smtp://desk%40example.org:a%2Fb%3Ac%40d@mail.example.org:587?requireTLS=true",
  );
  assert.equal(
    mailServerAddress({ ...given, port: 465, security: "tls", username: "" }, ""),
    "smtps://mail.example.org:465",
  );
  for (const host of ["", "mail server", "mail.example.org/x", "user@mail", "-x"]) {
    assert.equal(mailServerForm.safeParse({ ...given, host }).success, false, host);
  }
  assert.equal(mailServerForm.safeParse({ ...given, port: "70000" }).success, false);
});
