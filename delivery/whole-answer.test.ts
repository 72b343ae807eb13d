import assert from "node:assert/strict";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { after, test } from "node:test";
import { DeliveryResponse, WholeAnswer } from "#delivery/whole-answer";

const headers = ["Content-Type", "text/plain", "Content-Length", "5", "ETag", '"é"'];
const whole = new WholeAnswer(headers, Buffer.from("hello"));

const server = createServer({ ServerResponse: DeliveryResponse }, (request, response) => {
  if (request.url === "/slow") return setTimeout(() => response.end("slow"), 50);
  assert.equal(response.takesWhole, !request.headers.connection?.includes("close"));
  if (response.takesWhole) response.endWith(whole);
  else response.writeHead(200, headers).end(whole.body);
  assert.ok(response.headersSent);
  response.on("finish", () => finished.push(request.url ?? ""));
});
const finished: string[] = [];
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
after(() => server.close());

/** All that comes on a connection of its own until it is closed by whoever asks, 150 ms later, or by the server. */
function said(words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answered = "";
    const connection = connect((server.address() as AddressInfo).port, "127.0.0.1", () => connection.write(words));
    connection.setEncoding("latin1").on("data", (part) => {
      answered += part;
    });
    connection.on("close", () => resolve(answered)).on("error", reject);
    setTimeout(() => connection.end(), 150);
  });
}

const asks = (path: string, ...more: string[]) => [`GET ${path} HTTP/1.1`, "Host: there", ...more, "", ""].join("\r\n");

test("a whole answer is what Node would have said, its date included", async () => {
  const [ours, theirs] = [await said(asks("/")), await said(asks("/", "Connection: close"))];
  const lines = (answer: string) =>
    answer
      .split("\r\n")
      .filter((line) => !/^(?:Connection|Keep-Alive|Date): /.test(line))
      .join("\n");
  assert.equal(lines(ours), lines(theirs));
  assert.match(ours, /\r\nETag: "é"\r\n/);
  assert.match(ours, /\r\nConnection: keep-alive\r\nKeep-Alive: timeout=65\r\n/);
  assert.match(theirs, /\r\nConnection: close\r\n/);
  const date = Date.parse(/\r\nDate: (.*)\r\n/.exec(ours)?.[1] ?? "");
  assert.ok(Math.abs(date - Date.now()) < 5_000);
});

test("the date is that of the second in which it is sent", () => {
  const at = (time: string) => whole.bytes(Date.parse(time)).toString("latin1");
  assert.match(at("2026-11-27T09:59:59.900Z"), /\r\nDate: Fri, 27 Nov 2026 09:59:59 GMT\r\n/);
  assert.match(at("2026-11-27T10:00:00.000Z"), /\r\nDate: Fri, 27 Nov 2026 10:00:00 GMT\r\n/);
});

test("answers on one connection come in the order of what was asked, and the connection stays open", async () => {
  const answered = await said(asks("/a") + asks("/slow") + asks("/b") + asks("/c"));
  assert.deepEqual(answered.match(/hello|slow/g), ["hello", "slow", "hello", "hello"]);
  assert.deepEqual(finished.slice(-3), ["/a", "/b", "/c"]);
});

test("what HTTP refuses in a header is refused when the answer is made", () => {
  const body = Buffer.alloc(0);
  assert.throws(() => new WholeAnswer(["Cache-Tag", "a\r\nSet-Cookie: b"], body), { code: "ERR_INVALID_CHAR" });
  assert.throws(() => new WholeAnswer(["Cache Tag", "a"], body), { code: "ERR_INVALID_HTTP_TOKEN" });
  assert.throws(() => new WholeAnswer(["Cache-Tag", "页"], body), { code: "ERR_INVALID_CHAR" });
});
