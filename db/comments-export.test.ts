import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "#db/client";
import { listForExport, recordExport } from "#db/comments-export";
import { findArticleToComment, postComment } from "#db/comments-post";
import { logEntry } from "#db/schema";
import { addPublishedArticle } from "#db/testing/an-article";

const now = new Date("2026-11-23T10:00:00Z");

test("an export has every comment once, and addresses only where they are asked for", async () => {
  const { slug } = await addPublishedArticle();
  const to = await findArticleToComment(slug, now);
  assert.ok(to);
  const many = 501;
  for (let at = 0; at < many; at += 1) {
    const form = { name: "Ana", website: "", follow: false, email: `ana-${at}@example.org`, text: `Number ${at}` };
    const sender = { network: `2001:db8:0:${at.toString(16)}::1`, trap: "", stamp: "", seconds: undefined };
    assert.ok((await postComment(to, form, sender, now)).ok);
  }
  const all = async (withAddresses: boolean) => {
    const found = [];
    for await (const some of listForExport(withAddresses)) found.push(...some);
    return found;
  };
  const plain = await all(false);
  assert.equal(new Set(plain.map(({ text }) => text)).size, many);
  assert.equal(plain.length, many);
  assert.ok(!JSON.stringify(plain).includes("@example.org"));
  assert.equal((await all(true)).at(-1)?.address, `ana-${many - 1}@example.org`);
});

test("the log tells who took comments along, and whether with addresses", async () => {
  const actor = { staffId: 1, name: "Ada Park" };
  await recordExport(actor, false, now);
  await recordExport(actor, true, now);
  const verbs = read().select({ verb: logEntry.verb }).from(logEntry).all();
  assert.deepEqual(
    verbs.map(({ verb }) => verb),
    ["export-comments", "export-addresses"],
  );
});
