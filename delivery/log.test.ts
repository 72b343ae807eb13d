import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { described, withoutQuotes } from "#delivery/described-error";
import { adoptConsole, type Log, pathOnly } from "#delivery/log";

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

test("a private page is none the less private for how its address is written", () => {
  const targets = ["//replies/9f2c", "/%72eplies/9f2c", "/./Replies//9f2c", "/replies%2F9f2c", "/replies/9f2c/%zz"];
  assert.deepEqual(targets.map(pathOnly), Array(5).fill("/replies/…"));
  assert.equal(pathOnly("/sign-in//first/9f2c"), "/sign-in/first/…");
  assert.deepEqual(["/replies", "/asia/replies/x", "/sign-in/"].map(pathOnly), [
    "/replies",
    "/asia/replies/x",
    "/sign-in/",
  ]);
});

/** An error as it is when something is given what somebody typed. */
function errorOf(deed: () => unknown): Error {
  try {
    deed();
  } catch (error) {
    return error as Error;
  }
  throw new Error("Nothing failed.");
}

test("what somebody typed is in no line of the log, however it came to stand in an error", () => {
  const typed = [
    errorOf(() => JSON.parse('secret "words" here')),
    errorOf(() => JSON.parse('{"a": secret}\n    at secret')),
    errorOf(() => new RegExp(["secret("].join())),
    errorOf(() => new Intl.DateTimeFormat("en", { timeZone: "Secret/Place" })),
    errorOf(() => Object.fromEntries([["secret", 1]]).secret?.toFixed(-1)),
    new Error('fts5: syntax error near "secret'),
    new Error("Failed query: insert into comment values (?)\nparams: secret\n    at secret"),
    new Error("It failed.", { cause: new Error("A picture called “secret” isn't one.") }),
  ];
  for (const error of typed) {
    const line = JSON.stringify(described(error)).replace(/"stack":"(?:[^"\\]|\\.)*"/g, (frames) => {
      assert.doesNotMatch(frames, /at secret/);
      return "";
    });
    assert.doesNotMatch(line, /secret/i, error.message);
  }
});

test("an operator can still find the cause: what failed, as what, and where", () => {
  const full = Object.assign(new Error("ENOSPC: no space left on device, write '/data/media/1a'"), {
    code: "ENOSPC",
    errno: -28,
    syscall: "write",
  });
  assert.equal(described(full).message, full.message);
  assert.equal(described(full).code, "ENOSPC");
  assert.match(described(full).stack ?? "", /^ {4}at .*log\.test\.ts/);
  const engine = Object.assign(new Error("UNIQUE constraint failed: article.slug"), {
    code: "SQLITE_CONSTRAINT_UNIQUE",
  });
  assert.equal(described(engine).message, engine.message);
  assert.equal(
    described(new Error("The page can't be rendered, it isn't there.")).message,
    "The page can't be rendered, it isn't there.",
  );
  assert.equal(described(errorOf(() => JSON.parse("secret"))).message, "Unexpected token …");
  assert.equal(
    withoutQuotes('Failed to find Server Action "x". It may be old.'),
    "Failed to find Server Action …. It may be old.",
  );
  const around = new Error("It failed.");
  around.cause = around;
  assert.equal(described(around).cause?.cause?.cause?.cause, undefined);
  assert.deepEqual(described("secret"), { name: "string" });
});

test("what the framework would print is a line of the log without what it quotes", (t) => {
  const said: object[] = [];
  t.mock.method(console, "error", () => undefined);
  t.mock.method(console, "warn", () => undefined);
  adoptConsole({
    error: (fields: object) => said.push(fields),
    warn: (fields: object) => said.push(fields),
  } as unknown as Log);
  console.error(
    "⨯",
    errorOf(() => JSON.parse("secret")),
  );
  console.warn("Failed to find Server Action %s. It may be old.", '"secret"');
  assert.deepEqual(said, [
    { said: "⨯ SyntaxError: Unexpected token …" },
    { said: "Failed to find Server Action …. It may be old." },
  ]);
});
