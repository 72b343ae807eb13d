import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { test } from "node:test";
import { SMTPServer } from "smtp-server";
import { dataPath } from "#db/environment";
import { theSoftware } from "#db/log";
import { setMailServer } from "#db/mail-server";
import { mailRefusal } from "./mail-refusal.ts";
import { mailRoute, mailTransport, manyLettersTransport } from "./mail-transport.ts";

const sender = { name: "National Update", box: "comments" } as const;
type Received = { to: string[]; raw: string };

/** A real mail server on a free port, which refuses every address at `refused.example`. */
async function mailServer() {
  const received: Received[] = [];
  let connections = 0;
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onConnect(_session, done) {
      connections += 1;
      done();
    },
    onRcptTo({ address }, _session, done) {
      done(address.endsWith("@refused.example") ? new Error("No such box here") : undefined);
    },
    onData(stream, session, done) {
      let raw = "";
      stream.on("data", (part) => {
        raw += part;
      });
      stream.on("end", () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        done(null, "Taken with thanks");
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { address: `smtp://127.0.0.1:${port}`, received, close, connections: () => connections };
}

test("a real mail server gets one letter for one address, whatever is typed into the subject's words", async () => {
  const { address, received, close } = await mailServer();
  const delivered = await mailTransport(sender, address)("ana@example.org", {
    subject: "Your comment\r\nBcc: victim@example.net",
    text: "Words",
    unsubscribe: "https://example.org/replies/stop/0",
  });
  await close();
  assert.deepEqual(delivered, { kind: "sent", answer: "250 Taken with thanks" });
  assert.deepEqual(
    received.map(({ to }) => to),
    [["ana@example.org"]],
  );
  const [head = ""] = received[0]?.raw.split("\r\n\r\n") ?? [];
  assert.doesNotMatch(head, /^Bcc:/im);
  assert.match(head, /^From: National Update <comments@localhost>$/m);
  assert.match(head, /^List-Unsubscribe: <https:\/\/example\.org\/replies\/stop\/0>$/m);
  assert.match(head, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
});

test("a letter of the desk has no way to unsubscribe, and an address is never read as a list", async () => {
  const { address, received, close } = await mailServer();
  const send = mailTransport({ name: "Update, National", box: "desk" }, address);
  await send("ana@example.org", { subject: "Your place", text: "Words" });
  await assert.rejects(send("a@example.org, b@example.org", { subject: "Your place", text: "Words" }));
  await close();
  assert.equal(received.length, 1);
  assert.match(received[0]?.raw ?? "", /^From: "Update, National" <desk@localhost>$/m);
  assert.doesNotMatch(received[0]?.raw ?? "", /^List-Unsubscribe/m);
});

test("what a server refuses is thrown with its words, and nothing is kept", async () => {
  const { address, received, close } = await mailServer();
  const sent = mailTransport(sender, address)("ana@refused.example", { subject: "Hello", text: "Words" });
  await assert.rejects(sent, /No such box here/);
  assert.match(
    mailRefusal(await sent.catch((error: unknown) => error)),
    /^The mail server said: 550 No such box here$/,
  );
  await close();
  assert.deepEqual(received, []);
});

test("where no server says anything, the refusal says why", async () => {
  const refusal = (address: string) =>
    mailTransport(sender, address)("ana@example.org", { subject: "Hello", text: "Words" }).then(
      () => "sent",
      (error: unknown) => mailRefusal(error),
    );
  const { address, close } = await mailServer();
  const plain = address.slice("smtp://".length);
  assert.equal(await refusal(`smtps://${plain}`), "No safe connection to the mail server: wrong version number");
  assert.equal(await refusal("smtp://127.0.0.1:1"), "No mail server answers there: connect ECONNREFUSED 127.0.0.1:1");
  await close();
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const { port } = silent.address() as AddressInfo;
  assert.match(
    await refusal(`smtp://127.0.0.1:${port}?greetingTimeout=200`),
    /^The mail server did not answer in time/,
  );
  silent.close();
});

test("many letters share few connections", async () => {
  const { address, received, close, connections } = await mailServer();
  const office = manyLettersTransport(sender, address);
  const letters = Array.from({ length: 30 }, (_, at) => `reader-${at}@example.org`);
  await Promise.all(letters.map((to) => office.send(to, { subject: "Hello", text: "Words" })));
  office.close();
  await close();
  assert.equal(received.length, 30);
  assert.ok(connections() <= 4, `${connections()} connections`);
});

test("letters go out through the server that was set at the desk, from the address set with it", async () => {
  const { address, received, close } = await mailServer();
  assert.deepEqual(await mailRoute(), {});
  const { hostname: host, port } = new URL(address);
  const set = { host, port: Number(port), security: "none", username: "", sender: "news@paper.example" } as const;
  await setMailServer(theSoftware, set, "", new Date());
  const { server, sender: from } = await mailRoute();
  await mailTransport({ ...sender, address: from }, server)("ana@example.org", { subject: "Hello", text: "Words" });
  await close();
  assert.match(received[0]?.raw ?? "", /^From: National Update <news@paper\.example>$/m);
});

test("without a server, letters lie in the outbox, for their owner's eyes only", async () => {
  const delivered = await mailTransport(sender, undefined)("ana@example.org", { subject: "Hello", text: "Words" });
  assert.deepEqual(delivered, { kind: "kept" });
  const [name = ""] = readdirSync(dataPath("outbox"));
  const path = dataPath("outbox", name);
  assert.match(name, /\.eml$/);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.match(readFileSync(path, "utf8"), /^To: ana@example\.org$/m);
});
