import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { SECOND_FACTOR_WITHIN, SESSION_IDLE, SESSION_LONGEST } from "#core/staff";
import { read, transaction } from "#db/client";
import { theSoftware } from "#db/log";
import { staffSession } from "#db/schema";
import { endSession, endSessions, findSession, listSessions, openSession } from "#db/sessions";
import { changeRole, disableStaff, enableStaff } from "#db/staff";
import { changePassword } from "#db/staff-password";
import { anotherWriter } from "#db/testing/another-writer";
import { PASSWORD, someStaff } from "#db/testing/staff";

const start = new Date("2026-11-23T08:00:00Z");
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds);

const signedIn = (staffId: number, awaitsSecondFactor = false) =>
  transaction(async (tx) =>
    openSession(tx, { staffId, device: "Firefox on Windows", secondFactorAt: null, awaitsSecondFactor }, start),
  );

await someStaff("administrator");

test("a session names its owner as the database has them, and the database does not have the cookie", async () => {
  const { id, name } = await someStaff("editor");
  const value = await signedIn(id);
  const session = await findSession(value, start);
  assert.deepEqual([session?.staffId, session?.name, session?.role], [id, name, "editor"]);
  assert.ok(
    read()
      .select()
      .from(staffSession)
      .all()
      .every(({ hash }) => hash !== value),
  );
  assert.equal(await findSession(`${value}x`, start), undefined);
});

/** That a session was seen is noted beside the reading. */
const noted = () => transaction(async () => undefined);

test("a session ends after twelve idle hours, and not before while it is used", async () => {
  const { id } = await someStaff("editor");
  const value = await signedIn(id);
  assert.ok(await findSession(value, later(SESSION_IDLE - 1)));
  await noted();
  assert.ok(await findSession(value, later(2 * SESSION_IDLE - 2)), "being used has moved the end");
  await noted();
  assert.equal(await findSession(value, later(3 * SESSION_IDLE)), undefined);
});

test("a session ends after fourteen days, however much it is used", async () => {
  const { id } = await someStaff("editor");
  const value = await signedIn(id);
  for (let at = 0; at < SESSION_LONGEST; at += SESSION_IDLE / 2) {
    assert.ok(await findSession(value, later(at)));
    await noted();
  }
  assert.equal(await findSession(value, later(SESSION_LONGEST)), undefined);
});

test("the desk is read at once while another process writes, and the session is noted as seen afterwards", async () => {
  const { id } = await someStaff("editor");
  const value = await signedIn(id);
  const other = anotherWriter();
  const asked = Date.now();
  assert.ok(await findSession(value, later(SESSION_IDLE - 1)));
  assert.ok(Date.now() - asked < 1_000, "it did not wait for the other process");
  other.end();
  await noted();
  assert.ok(await findSession(value, later(2 * SESSION_IDLE - 2)));
});

test("a session that awaits its second factor is over after ten minutes", async () => {
  const { id } = await someStaff("editor");
  const value = await signedIn(id, true);
  assert.ok(await findSession(value, later(SECOND_FACTOR_WITHIN - 1)));
  assert.equal(await findSession(value, later(SECOND_FACTOR_WITHIN)), undefined);
});

test("disabling somebody ends their session at the next request, and enabling them does not bring it back", async () => {
  const { id } = await someStaff("editor");
  const value = await signedIn(id);
  assert.equal((await disableStaff(theSoftware, id, start)).ok, true);
  assert.equal(await findSession(value, start), undefined);
  await enableStaff(theSoftware, id, start);
  assert.equal(await findSession(value, start), undefined);
});

test("a change of role ends all sessions; a change to the same role none", async () => {
  const { id } = await someStaff("editor");
  const value = await signedIn(id);
  await changeRole(theSoftware, id, "editor", start);
  assert.ok(await findSession(value, start));
  await changeRole(theSoftware, id, "moderator", start);
  assert.equal(await findSession(value, start), undefined);
});

test("a change of password ends all sessions and gives the one at hand a new value", async () => {
  const { id } = await someStaff("editor");
  const [here, there] = [await signedIn(id), await signedIn(id)];
  const sessionHash = (await findSession(here, start))?.hash ?? "";
  const changed = await changePassword(
    { staffId: id, sessionHash },
    { present: PASSWORD, next: "another harbour entirely" },
    start,
  );
  assert.ok(changed.ok);
  assert.equal(await findSession(here, start), undefined);
  assert.equal(await findSession(there, start), undefined);
  assert.equal((await findSession(changed.value.session, start))?.staffId, id);
});

test("a wrong present password, or a common new one, changes nothing and ends nothing", async () => {
  const { id } = await someStaff("editor");
  const here = await signedIn(id);
  const sessionHash = (await findSession(here, start))?.hash ?? "";
  const change = (present: string, next: string) =>
    changePassword({ staffId: id, sessionHash }, { present, next }, start);
  assert.deepEqual(await change("not this one at all", "another harbour entirely"), { ok: false, reason: "wrong" });
  assert.deepEqual(await change(PASSWORD, "qwertyuiop123"), { ok: false, reason: "too-common" });
  assert.ok(await findSession(here, start));
});

test("one can sign out elsewhere, but not somebody else", async () => {
  const [mine, theirs] = [await someStaff("editor"), await someStaff("editor")];
  const [here, there, foreign] = [await signedIn(mine.id), await signedIn(mine.id), await signedIn(theirs.id)];
  const hashOf = async (value: string) => (await findSession(value, start))?.hash ?? "";
  const foreignHash = await hashOf(foreign);
  assert.equal(await transaction(async (tx) => endSession(tx, mine.id, foreignHash)), false);
  assert.ok(await findSession(foreign, start));
  const hereHash = await hashOf(here);
  assert.equal((await listSessions(mine.id, start)).length, 2);
  await transaction(async (tx) => endSessions(tx, mine.id, hereHash));
  assert.ok(await findSession(here, start));
  assert.equal(await findSession(there, start), undefined);
});
