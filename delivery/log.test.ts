import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { pathOnly } from "#delivery/log";

test("a line of the log says why something failed, and what was the cause of that, but not what else an error carries", () => {
  const program = `
    import { newLog } from "#delivery/log";
    const cause = Object.assign(new Error("EIO"), { typed: "somebody's words" });
    newLog().error({ error: new Error("The disk has refused it.", { cause }) }, "It failed");`;
  const { error, msg } = JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
      encoding: "utf8",
      env: { ...process.env, LOG_LEVEL: "info" },
    }),
  );
  assert.deepEqual([msg, error.message, error.cause.message], ["It failed", "The disk has refused it.", "EIO"]);
  assert.deepEqual(Object.keys(error.cause), ["name", "message", "stack"]);
});

test("the log has no query, and of a private page not what makes it private", () => {
  const targets = ["/search?q=strike", "/replies/9f2c?all", "/preview/ab12", "/asia/a-ferry", undefined];
  assert.deepEqual(targets.map(pathOnly), ["/search", "/replies/…", "/preview/…", "/asia/a-ferry", ""]);
});
