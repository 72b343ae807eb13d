import assert from "node:assert/strict";
import { test } from "node:test";
import { TooManyWaiting } from "#core/few-at-once";
import type { FormAnswer, PostedForm } from "#delivery/forms/form-answer";
import { answeredForm, withPageContext } from "#delivery/page-context";
import { html, runPublication } from "#delivery/testing/running-publication";
import { ProxyTrust } from "#delivery/trusted-proxy";

const typed = "form=reply&text=Hello+there&name=Ana";
const urlencoded = { "Content-Type": "application/x-www-form-urlencoded" };

async function formsAnswering(answer: FormAnswer, trusted: string[] = []) {
  const posted: PostedForm[] = [];
  const running = await runPublication(
    (address, context) =>
      html(withPageContext(context, () => `page ${address} with ${JSON.stringify(answeredForm("reply")?.values)}`)),
    {
      forms: {
        reply: async (form) => {
          posted.push(form);
          return answer;
        },
      },
      trust: new ProxyTrust(trusted, undefined),
    },
  );
  const own = { Origin: `http://127.0.0.1:${running.port}`, ...urlencoded };
  return { ...running, posted, own };
}

test("a form from our own page reaches who answers it, and its writer is sent on", async () => {
  const { ask, posted, own } = await formsAnswering({ kind: "see-other", to: "/asia/strait#comment-7" });
  const answer = await ask("/asia/strait?reply=held", { method: "POST", headers: own, body: typed });
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.location, "/asia/strait#comment-7");
  assert.equal(answer.headers["cache-control"], "no-store");
  assert.deepEqual({ ...posted[0]?.fields }, { form: "reply", text: "Hello there", name: "Ana" });
  assert.equal(posted[0]?.path, "/asia/strait");
  assert.equal(posted[0]?.network, "127.0.0.1");
});

test("the same form as multipart is read alike", async () => {
  const { ask, posted, own } = await formsAnswering({ kind: "see-other", to: "/" });
  const part = (name: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const headers = { ...own, "Content-Type": "multipart/form-data; boundary=b" };
  const body = `${part("form", "reply")}${part("text", "Größe & <b>")}--b--\r\n`;
  assert.equal((await ask("/asia/strait", { method: "POST", headers, body })).status, 303);
  assert.equal(posted[0]?.fields.text, "Größe & <b>");
});

test("a form that came too soon is answered with when to send it again, to people and to programs", async () => {
  const form = { name: "reply", values: {}, errors: { form: "Please wait." } };
  const { ask, own } = await formsAnswering({ kind: "refused", status: 429, form, retryAfter: 10 });
  for (const headers of [own, { ...own, Accept: "application/json" }]) {
    const answer = await ask("/asia/strait", { method: "POST", headers, body: typed });
    assert.deepEqual([answer.status, answer.headers["retry-after"]], [429, "10"]);
  }
});

test("a refused form comes back as the same page with every typed word, kept by nobody", async () => {
  const form = { name: "reply", values: { text: "Hello there" }, errors: { name: "Please give a name." } };
  const { ask, own, rendered } = await formsAnswering({ kind: "refused", status: 422, form });
  const answer = await ask("/asia/strait", { method: "POST", headers: own, body: typed });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /Hello there/);
  assert.doesNotMatch(answer.text, /framework\(\)/);
  assert.equal(answer.headers["cache-control"], "private, no-store");
  assert.match(String(answer.headers["content-security-policy"]), /default-src 'none'/);
  const others = await ask("/asia/strait");
  assert.doesNotMatch(others.text, /Hello there/);
  assert.equal(rendered.length, 2);
});

test("a program gets the same answers as data", async () => {
  const form = {
    name: "reply",
    values: { text: "x", email: "ana@example.org" },
    errors: { name: "Please give a name." },
  };
  const refused = await formsAnswering({ kind: "refused", status: 422, form });
  const headers = { ...refused.own, Accept: "application/json" };
  const answer = await refused.ask("/asia/strait", { method: "POST", headers, body: typed });
  assert.equal(answer.status, 422);
  assert.deepEqual(JSON.parse(answer.text), { errors: { name: "Please give a name." } });
  const taken = await formsAnswering({ kind: "see-other", to: "/asia/strait#comment-7" });
  const posted = await taken.ask("/asia/strait", {
    method: "POST",
    headers: { ...taken.own, Accept: "application/json" },
    body: typed,
  });
  assert.deepEqual([posted.status, JSON.parse(posted.text)], [200, { to: "/asia/strait#comment-7" }]);
});

test("our script is told where a comment stands, and shown the page where it has to be mended", async () => {
  const form = { name: "reply", values: { text: "Hello there" }, errors: { name: "Please give a name." } };
  const accepts = { Accept: "application/json, text/html" };
  const refused = await formsAnswering({ kind: "refused", status: 422, form });
  const answer = await refused.ask("/asia/strait", {
    method: "POST",
    headers: { ...refused.own, ...accepts },
    body: typed,
  });
  assert.equal(answer.status, 200);
  assert.match(answer.headers["content-type"] ?? "", /html/);
  assert.match(answer.text, /Hello there/);
  const taken = await formsAnswering({ kind: "see-other", to: "/asia/strait#comment-7" });
  const posted = await taken.ask("/asia/strait", {
    method: "POST",
    headers: { ...taken.own, ...accepts },
    body: typed,
  });
  assert.deepEqual(JSON.parse(posted.text), { to: "/asia/strait#comment-7" });
});

test("a form from another site, or from nowhere, is refused before anyone reads it", async () => {
  const { ask, posted, own, port } = await formsAnswering({ kind: "see-other", to: "/" });
  const senders = [
    { ...urlencoded },
    { ...own, Origin: "http://evil.example" },
    { ...own, Origin: "null" },
    { ...own, Origin: `http://127.0.0.1:${port + 1}` },
    { ...own, "Sec-Fetch-Site": "cross-site" },
    { ...own, "Sec-Fetch-Site": "same-site" },
    { ...own, Origin: "http://evil.example", "X-Forwarded-Host": "evil.example" },
  ];
  for (const headers of senders) {
    const answer = await ask("/asia/strait", { method: "POST", headers, body: typed });
    assert.equal(answer.status, 403);
    assert.match(answer.text, /not sent from a page of this site/);
  }
  assert.equal(posted.length, 0);
});

test("behind a trusted proxy the site goes by the name readers use, and a sender by the address the proxy saw", async () => {
  const { ask, posted } = await formsAnswering({ kind: "see-other", to: "/" }, ["127.0.0.1"]);
  const headers = {
    ...urlencoded,
    Origin: "https://news.example",
    "X-Forwarded-Host": "news.example",
    "X-Forwarded-For": "198.51.100.66, 203.0.113.9, 127.0.0.1",
  };
  assert.equal((await ask("/asia/strait", { method: "POST", headers, body: typed })).status, 303);
  assert.equal(posted[0]?.network, "203.0.113.9");
});

test("forms that are too large, of another kind, unknown, or bring a file are refused in a sentence", async () => {
  const { ask, posted, own } = await formsAnswering({ kind: "see-other", to: "/" });
  const file = '--b\r\nContent-Disposition: form-data; name="f"; filename="a.exe"\r\n\r\nMZ\r\n--b--\r\n';
  const cases: [number, Record<string, string>, string][] = [
    [413, own, `form=reply&text=${"x".repeat(70_000)}`],
    [413, { ...own, "Transfer-Encoding": "chunked" }, `form=reply&text=${"x".repeat(70_000)}`],
    [413, own, `form=reply&${Array.from({ length: 100 }, (_, number) => `f${number}=1`).join("&")}`],
    [415, { ...own, "Content-Type": "application/json" }, '{"form":"reply"}'],
    [400, own, "form=constructor"],
    [400, own, "form=nothing"],
    [400, own, ""],
    [400, { ...own, "Content-Type": "multipart/form-data; boundary=b" }, file],
    [400, { ...own, "Content-Type": "multipart/form-data" }, file],
    [400, { ...own, "Content-Type": "multipart/form-data; boundary=b" }, "--b\r\nContent-Dispo"],
  ];
  for (const [status, headers, body] of cases) {
    const answer = await ask("/asia/strait", { method: "POST", headers, body });
    assert.equal(answer.status, status, body.slice(0, 60));
    assert.match(answer.text, /^[A-Z].*\.\n$/);
  }
  assert.equal(posted.length, 0);
});

test("a form to a page that is gone answers 404", async () => {
  const { ask, own } = await formsAnswering({ kind: "no-such-page" });
  assert.equal((await ask("/asia/gone", { method: "POST", headers: own, body: typed })).status, 404);
});

test("while an import is writing, a form comes back with every word and is to be sent again", async () => {
  const running = await runPublication(
    (_address, context) => html(withPageContext(context, () => JSON.stringify(answeredForm("reply")))),
    {
      forms: {
        reply: () => Promise.reject(Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" })),
      },
    },
  );
  const headers = { Origin: `http://127.0.0.1:${running.port}`, ...urlencoded };
  const answer = await running.ask("/asia/strait", { method: "POST", headers, body: typed });
  assert.equal(answer.status, 503);
  assert.match(answer.text, /Hello there/);
  assert.match(answer.text, /send it again in a few minutes/);
  assert.equal(answer.headers["cache-control"], "private, no-store");
});

test("where the page that would show what to mend has no turn, its writer is sent back to the words", async () => {
  const form = { name: "reply", values: {}, errors: { text: "Please write a comment." } };
  const { ask, port, logged } = await runPublication(
    () => {
      throw new TooManyWaiting();
    },
    { forms: { reply: async () => ({ kind: "refused", status: 422, form }) } },
  );
  const own = { Origin: `http://127.0.0.1:${port}`, ...urlencoded };
  for (const headers of [own, { ...own, Accept: "application/json, text/html" }]) {
    const answer = await ask("/asia/strait", { method: "POST", headers, body: typed });
    assert.deepEqual([answer.status, answer.headers["retry-after"]], [503, "60"]);
    assert.match(answer.text, /Please go back, where your words are/);
  }
  assert.deepEqual(logged, []);
});
