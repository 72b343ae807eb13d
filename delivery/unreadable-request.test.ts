import assert from "node:assert/strict";
import { connect, type Socket } from "node:net";
import { test } from "node:test";
import { html, runPublication } from "#delivery/testing/running-publication";
import { ProxyTrust } from "#delivery/trusted-proxy";
import { answerUnreadable } from "#delivery/unreadable-request";

/** Everything that comes back on one connection until it is closed. */
function say(port: number, ...parts: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1");
    const sayNext = ([part, ...more]: readonly string[]) => {
      if (part === undefined) return;
      socket.write(part);
      if (more.length > 0) socket.once("data", () => sayNext(more));
    };
    socket.on("data", (bytes) => {
      heard += bytes.toString();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(heard));
    sayNext(parts);
  });
}

const headersOf = (answer: string) =>
  new Map(
    answer
      .split("\r\n\r\n", 1)[0]
      ?.split("\r\n")
      .slice(1)
      .map((line) => [line.split(": ")[0]?.toLowerCase() ?? "", line.slice(line.indexOf(": ") + 2)] as const),
  );

const fine = "GET /asia HTTP/1.1\r\nHost: news.example\r\n\r\n";
const form = [
  "POST /asia HTTP/1.1",
  "Host: news.example",
  "Origin: http://news.example",
  "Content-Type: application/x-www-form-urlencoded",
  "Transfer-Encoding: chunked\r\n\r\n",
].join("\r\n");

test("what never becomes a request is answered in words, with the headers of every answer, and the connection closed", async () => {
  const { port, rendered } = await runPublication(() => html("news"));
  const wrong: [status: number, words: RegExp, sent: string][] = [
    [400, /could not be read/, "nonsense\r\n\r\n"],
    [400, /could not be read/, "GET http://evil.example/ nonsense\r\n\r\n"],
    [400, /could not be read/, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"],
    [413, /larger than/, `${form}1;${"x".repeat(20_000)}\r\na\r\n`],
    [431, /head of this request/, `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`],
  ];
  for (const [status, words, sent] of wrong) {
    const answer = await say(port, sent);
    assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} \\w`), sent.slice(0, 60));
    const headers = headersOf(answer);
    assert.equal(headers.get("connection"), "close");
    assert.equal(headers.get("cache-control"), "no-store");
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'/);
    const body = answer.split("\r\n\r\n")[1] ?? "";
    assert.match(body, words);
    assert.equal(headers.get("content-length"), String(body.length));
  }
  assert.deepEqual(rendered, []);
});

test("a sender who takes too long is told so, and one who left is not written to", () => {
  const written: string[] = [];
  const connection = (given: object) => ({
    writable: true,
    _httpMessage: null,
    end: (words: string) => written.push(words),
    destroy: () => written.push("closed"),
    ...given,
  });
  const answer = (code: string, given: object = {}) =>
    answerUnreadable(Object.assign(new Error(code), { code }), connection(given) as unknown as Socket, false);
  answer("ERR_HTTP_REQUEST_TIMEOUT");
  assert.match(written.shift() ?? "", /^HTTP\/1\.1 408 Request Timeout\r\n[\s\S]*took too long/);
  answer("ECONNRESET");
  answer("HPE_INVALID_METHOD", { writable: false });
  answer("ERR_HTTP_REQUEST_TIMEOUT", { _httpMessage: { _headerSent: true } });
  assert.deepEqual(written, ["closed", "closed", "closed"]);
  answer("ERR_HTTP_REQUEST_TIMEOUT", { _httpMessage: { _headerSent: false } });
  assert.match(written.pop() ?? "", /^HTTP\/1\.1 408 /);
});

test("after an answer words come as well, but none in its midst, where they could be taken for a part of it", async () => {
  const { port } = await runPublication(() => html("news"));
  const statuses = async (...parts: string[]) => (await say(port, ...parts)).match(/(?<=HTTP\/1\.1 )\d+/g);
  assert.deepEqual(await statuses(fine, "nonsense\r\n\r\n"), ["200", "400"]);
  assert.deepEqual(await statuses(fine, `GET / HTTP/1.1\r\nX: ${"x".repeat(20_000)}\r\n\r\n`), ["200", "431"]);
  const together = await statuses(`${fine}nonsense\r\n\r\n`);
  assert.ok(together === null || !together.includes("400"));
});

test("where readers come over TLS, no answer leaves out that they always shall, and none speaks for other hosts", async () => {
  const { port } = await runPublication(() => html("news"), {
    trust: new ProxyTrust([], "https://news.example"),
    application: () => Promise.reject(new Error("disk on fire")),
  });
  const asked = {
    "nonsense\r\n\r\n": 400,
    "GET /asia HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n": 400,
    "GET /asia HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nConnection: close\r\n\r\n": 417,
    "GET /desk HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n": 500,
    "GET /asia HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n": 200,
  };
  for (const [sent, status] of Object.entries(asked)) {
    const answer = await say(port, sent);
    assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `), sent);
    assert.equal(headersOf(answer).get("strict-transport-security"), "max-age=63072000", sent);
  }
});

test("a request names one host, and only one of old clients may name none", async () => {
  const { port } = await runPublication(() => html("news"));
  const status = async (head: string, more = "Connection: close\r\n") => {
    const answer = await say(port, `${head}\r\n${more}\r\n`);
    assert.equal(headersOf(answer).get("x-content-type-options"), "nosniff", head);
    return Number(answer.split(" ")[1]);
  };
  // Such a connection is closed even where its sender would go on with it.
  assert.equal(await status("GET /europe HTTP/1.1\r\nHost: a\r\nHost: b", ""), 400);
  assert.equal(await status("GET /europe HTTP/1.1\r\nHost: a\r\nhOST: a"), 400);
  assert.equal(await status("GET /europe HTTP/1.1\r\nHost: a"), 200);
  // Kept by now, it is no different.
  assert.equal(await status("GET /europe HTTP/1.1\r\nHost: a\r\nHost: b", ""), 400);
  assert.equal(await status("HEAD /europe HTTP/1.1\r\nHost: a\r\nhost: a", ""), 400);
  assert.equal(await status("GET /europe HTTP/1.1\r\nX: a"), 400);
  assert.equal(await status("GET /europe HTTP/1.0\r\nX: a"), 200);
  for (const path of ["/desk", "/healthz", "/media/x", "/Asia"]) {
    assert.equal(await status(`GET ${path} HTTP/1.1\r\nHost: a\r\nHost: b`), 400, path);
  }
  assert.equal(await status("GET /europe HTTP/1.1\r\nHost: a\r\nExpect: wonders"), 417);
});
