/**
 * Whether the time of an answer tells a known address from an unknown one: `node bench/sign-in-time.ts 200`. Both are
 * tried with a wrong password in turns, beside a control: a second account that is as well known as the first. The
 * ratio of unknown to known says something only where it is further from 1 than that of the control.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROUNDS = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), "national-update-sign-in-time-"));
process.env.DATA_DIR = folder;

const { migrateDatabase, transaction, closeDatabase } = await import("#db/client");
const { hashNewPassword } = await import("#db/password-hash");
const { checkPassword } = await import("#db/sign-in");
const { addStaff } = await import("#db/staff");
const { PASSWORD } = await import("#db/testing/staff");

migrateDatabase();
const tried = { known: "ada@desk.example", control: "eve@desk.example", unknown: "joe@desk.example" } as const;
type Tried = keyof typeof tried;
const names = Object.keys(tried) as Tried[];
for (const email of [tried.known, tried.control]) {
  const password = await hashNewPassword(PASSWORD, []);
  if (!password.ok) throw new Error(password.reason);
  const person = { name: "Somebody", email, role: "editor" } as const;
  await transaction(async (tx) => addStaff(tx, person, password.value, new Date()));
}

const took: Record<Tried, number[]> = { known: [], control: [], unknown: [] };
let day = Date.now();
for (let round = -5; round < ROUNDS; round += 1) {
  // A day apart, so that no try is turned away for being one too many; and each in turn the first.
  day += 86_400_000;
  const turn = (round + 6) % names.length;
  for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
    const visitor = { network: "192.0.2.0", knownDevice: undefined };
    const began = performance.now();
    const answer = await checkPassword({ email: tried[name], password: "not this one at all" }, visitor, new Date(day));
    const ended = performance.now();
    if (answer.ok || answer.reason !== "wrong") throw new Error("The try was not judged.");
    if (round >= 0) took[name].push(ended - began);
  }
}

const median = (name: Tried) => took[name].toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
for (const name of names) console.log(`${name.padEnd(8)} ${median(name).toFixed(2)} ms (median of ${ROUNDS})`);
console.log(`unknown : known  ${(median("unknown") / median("known")).toFixed(3)}`);
console.log(`control : known  ${(median("control") / median("known")).toFixed(3)}`);
await closeDatabase();
rmSync(folder, { recursive: true, force: true });
