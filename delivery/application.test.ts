import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, mock, test } from "node:test";
import { html, runPublication } from "#delivery/testing/running-publication";

/** A publication whose application answers with what it was sent, and that notes each time it is asked. */
async function run() {
  const asked: string[] = [];
  const publication = await runPublication(() => html("news"), {
    application: async (request, response) => {
      asked.push(request.url ?? "");
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      response.end(Buffer.concat(parts));
    },
  });
  const origin = `http://127.0.0.1:${publication.port}`;
  const post = (path: string, type: string, body: string, headers: object = {}) =>
    publication.ask(path, { method: "POST", body, headers: { Origin: origin, "Content-Type": type, ...headers } });
  return { ...publication, asked, post };
}

const multipart = "multipart/form-data; boundary=b";
const form = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--b--\r\n`;
const action = { "Next-Action": "a1" };

test("what is sent to the desk arrives whole, large or small", async () => {
  const { post, ask } = await run();
  for (const body of [form("x", "words"), form("x", "y".repeat(200_000)), form("x", "z".repeat(3_000_000))]) {
    assert.equal((await post("/desk/articles", multipart, body)).text, body);
    const headers = { "Transfer-Encoding": "chunked", "Content-Type": multipart };
    assert.equal((await ask("/desk/articles", { method: "POST", body, headers })).text, body);
  }
  assert.equal((await post("/sign-in", "application/x-www-form-urlencoded", "a=1&&=%")).text, "a=1&&=%");
  assert.equal((await post("/desk/articles/1/draft", "application/json", '{"a":1}')).text, '{"a":1}');
  assert.equal((await post("/desk", "text/plain;charset=UTF-8", "[]", action)).text, "[]");
  assert.equal((await post("/desk", multipart, form("0", "[1]"), action)).text, form("0", "[1]"));
  assert.equal((await ask("/desk")).text, "");
});

test("what is not what its type says is refused in words, and the application never hears of it", async () => {
  const { post, asked, logged } = await run();
  const wrong: [type: string, body: string, headers?: object][] = [
    [multipart, "garbage"],
    [multipart, ""],
    [multipart, form("x", "words").slice(0, -8)],
    [multipart, "--b\r\ngarbage\r\n--b--\r\n"],
    ["multipart/form-data", form("x", "words")],
    ["application/json", "{garbage"],
    ["text/plain;charset=UTF-8", "garbage", action],
    [multipart, form("0", "garbage"), action],
    [multipart, form("x", "[1]"), action],
  ];
  for (const path of ["/sign-in", "/desk", "/desk/media/upload"]) {
    for (const [type, body, headers] of wrong) {
      const { status, text, headers: answered } = await post(path, type, body, headers);
      assert.equal(status, 400, `${path} ${type} ${body}`);
      assert.match(text, /could not be read/);
      assert.equal(answered["x-content-type-options"], "nosniff");
    }
  }
  assert.deepEqual([asked, logged], [[], []]);
});

test("a form of another site is no failure of ours", async () => {
  const { post, ask, asked, logged } = await run();
  for (const origin of ["https://evil.example", "nonsense", "null"]) {
    const { status, text } = await post("/sign-in", multipart, form("x", "words"), { Origin: origin });
    assert.deepEqual([status, text], [403, "This was not sent from a page of this site.\n"], origin);
  }
  assert.deepEqual([asked, logged], [[], []]);
  assert.equal((await ask("/sign-in", { method: "POST", body: "a=1" })).status, 200);
});

test("a body that comes by drops is waited for as long as its form or upload may take, and not longer", async () => {
  const { server, port, asked } = await run();
  mock.timers.enable({ apis: ["setTimeout"] });
  after(() => mock.timers.reset());
  /** Sends half of a body, and the rest after so many ms. */
  const drip = (path: string, ms: number) =>
    new Promise<string>((resolve) => {
      let heard = "";
      server.once("request", () => {
        mock.timers.tick(ms);
        if (socket.writable) socket.write("ps");
      });
      const socket = connect(port, "127.0.0.1", () =>
        socket.write(`POST ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5\r\n\r\ndro`),
      );
      socket.on("data", (part) => {
        heard += part.toString();
      });
      socket.on("error", () => undefined);
      socket.on("close", () => resolve(heard));
    });
  for (const [path, ms] of [
    ["/sign-in", 15_000],
    ["/api/auth/callback/x", 15_000],
    ["/desk/articles/1", 60_000],
    ["/desk/import/upload", 300_000],
  ] as const) {
    assert.match(await drip(path, ms - 1), /^HTTP\/1\.1 200 [\s\S]*drops/, path);
    assert.match(await drip(path, ms), /^HTTP\/1\.1 408 [\s\S]*took too long/, path);
  }
  assert.equal(asked.length, 4);
});

test("nobody answers who has left in the middle of a body", async () => {
  const { server, port, asked, logged } = await run();
  const socket = connect(port, "127.0.0.1", () =>
    socket.write("POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\ndro"),
  );
  await new Promise<void>((resolve) => {
    server.once("request", (request) => {
      request.once("close", () => setImmediate(resolve));
      socket.destroy();
    });
  });
  assert.deepEqual([asked, logged], [[], []]);
});
