import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";

/** Runs what a test says in a process of its own, which lives until it is ended, and is told `signal` once it is ready. */
async function ended(program: string, { signal }: { signal?: NodeJS.Signals } = {}) {
  const begin = `
    import { endInOrder, endOnFailure } from "#delivery/orderly-end";
    const say = (level) => (fields, words) =>
      console.log(level, words, fields.why ?? fields.error?.message ?? "");
    const log = { info: say("info"), error: say("error"), fatal: say("fatal") };
    process.on("uncaughtException", () => console.log("the framework lives on"));
    setInterval(() => undefined, 1_000);
    const close = async () => console.log("closed");
    ${program}
    console.log("ready");`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", begin], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (part: Buffer) => {
    said += part;
    if (signal && said.includes("ready")) child.kill(signal);
  });
  const [code] = await once(child, "close");
  return { code, said };
}

test("a process that is told to stop closes everything and ends well", async () => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const { code, said } = await ended("endInOrder(close, 5_000, log);", { signal });
    assert.match(said, new RegExp(`info Stopping ${signal}\nclosed\n$`));
    assert.equal(code, 0);
  }
});

test("where something hangs or fails while it stops, it ends all the same, and says so", async () => {
  const hanging = await ended("endInOrder(() => new Promise(() => undefined), 100, log);", { signal: "SIGTERM" });
  assert.match(hanging.said, /fatal It could not be stopped in order in time/);
  assert.equal(hanging.code, 1);
  const failing = await ended('endInOrder(() => Promise.reject(new Error("EIO")), 5_000, log);', { signal: "SIGTERM" });
  assert.match(failing.said, /fatal It could not be stopped in order EIO/);
  assert.equal(failing.code, 1);
});

test("after a failure that nobody expected it closes everything and ends as one that failed", async () => {
  const { code, said } = await ended(
    'endOnFailure(endInOrder(close, 5_000, log), log); setTimeout(() => { throw new Error("no such thing"); });',
  );
  assert.match(said, /fatal Something failed that nobody expected no such thing\ninfo Stopping a failure\nclosed\n$/);
  assert.doesNotMatch(said, /lives on/);
  assert.equal(code, 1);
});

test("a promise for which nobody waited is written down, and nothing ends", async () => {
  const { code, said } = await ended(
    'endOnFailure(endInOrder(close, 5_000, log), log); Promise.reject(new Error("too late")); await new Promise((resolve) => setTimeout(resolve, 50));',
    { signal: "SIGTERM" },
  );
  assert.match(
    said,
    /error Something failed for which nobody waited too late\nready\ninfo Stopping SIGTERM\nclosed\n$/,
  );
  assert.equal(code, 0);
});
