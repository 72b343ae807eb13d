import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { addPublishedArticle } from "#db/testing/an-article";
import { answerReply } from "./reply.ts";

const now = new Date("2026-11-23T10:00:00Z");
const fields = { form: "reply", text: "The ferries had stopped.", name: "Ana", email: "ana@example.org", website: "" };
const article = await addPublishedArticle();
const path = `/${article.sectionSlug}/${article.slug}`;

let houses = 0;
function anotherNetwork(): string {
  houses += 1;
  return `198.51.100.${houses}`;
}

test("a held comment leads back to the form, where its writer is told", async () => {
  const answer = await answerReply({ fields, path, network: anotherNetwork() }, now);
  assert.deepEqual(answer, { kind: "see-other", to: `${path}?reply=mailed#respond` });
});

test("a comment that is shown leads to itself", async () => {
  const open = await addPublishedArticle({ moderation: "post" });
  const to = `/${open.sectionSlug}/${open.slug}`;
  const answer = await answerReply({ fields, path: to, network: anotherNetwork() }, now);
  assert.ok(answer.kind === "see-other");
  assert.match(answer.to, /^\/a-section-\d+\/an-article-\d+#comment-\d+$/);
});

test("bad input comes back with a message for each field and every typed word", async () => {
  const typed = { form: "reply", text: "  ", name: "", email: "not an address", website: "ht!tp:// x" };
  const answer = await answerReply({ fields: typed, path, network: anotherNetwork() }, now);
  assert.ok(answer.kind === "refused");
  assert.equal(answer.status, 422);
  assert.deepEqual(Object.keys(answer.form.errors).sort(), ["email", "name", "text", "website"]);
  const { form: _, ...words } = typed;
  assert.deepEqual(answer.form.values, { ...words, parentId: "", follow: "" });
});

test("a second comment too soon is refused with 429 and keeps its words", async () => {
  const network = anotherNetwork();
  await answerReply({ fields: { ...fields, text: "First" }, path, network }, now);
  const answer = await answerReply({ fields: { ...fields, text: "Second" }, path, network }, now);
  assert.ok(answer.kind === "refused");
  assert.equal(answer.status, 429);
  assert.equal(answer.retryAfter, 10);
  assert.equal(answer.form.values.text, "Second");
  assert.match(answer.form.errors.form ?? "", /wait a few seconds/);
});

test("a reply to a comment that has gone keeps its words and stands on its own when sent again", async () => {
  const answer = await answerReply({ fields: { ...fields, parentId: "999" }, path, network: anotherNetwork() }, now);
  assert.ok(answer.kind === "refused");
  assert.equal(answer.form.values.parentId, "");
  assert.equal(answer.form.values.text, fields.text);
});

test("no article at the address, or another section's address, is no page", async () => {
  const other = await addPublishedArticle();
  for (const nowhere of ["/asia/none", `/${other.sectionSlug}/${article.slug}`, "/%E0%A4/x", "/", `${path}/more`]) {
    const answer = await answerReply({ fields, path: nowhere, network: anotherNetwork() }, now);
    assert.deepEqual(answer, { kind: "no-such-page" }, nowhere);
  }
});
