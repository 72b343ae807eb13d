import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { onChange, read, transaction } from "#db/client";
import { confirmOwnComment, listWaitingForWriter } from "#db/comments-confirm";
import { decideComments } from "#db/comments-decide";
import { findArticleToComment, postComment } from "#db/comments-post";
import { theSoftware } from "#db/log";
import { article, comment, commenter } from "#db/schema";
import { addPublishedArticle } from "#db/testing/an-article";

const now = new Date("2026-11-23T10:00:00Z");
let houses = 0;

const row = (id: number) => {
  const found = read().select().from(comment).where(eq(comment.id, id)).get();
  assert.ok(found?.commenterId);
  return { ...found, commenterId: found.commenterId };
};

async function post(slug: string, email: string, text: string) {
  houses += 1;
  const to = await findArticleToComment(slug, now);
  assert.ok(to);
  const sender = { network: `203.0.113.${houses}`, trap: "", stamp: "", seconds: undefined };
  const posted = await postComment(to, { name: "Ana", website: "", follow: false, email, text }, sender, now);
  assert.ok(posted.ok);
  return row(posted.value.id);
}

const decide = (id: number, status: "approved" | "removed") =>
  transaction(async (tx, changed) => decideComments(tx, changed, [id], status, theSoftware, now));

/** Somebody with a confirmed address and an approved comment. */
async function knownCommenter(slug: string, email: string) {
  const { id, commenterId } = await post(slug, email, "The first");
  await decide(id, "approved");
  assert.equal(await confirmOwnComment(commenterId, id, now), "confirmed");
  return commenterId;
}

test("whoever types a known address is not shown; when its owner says it was them, readers see it at once", async () => {
  const { id: articleId, slug } = await addPublishedArticle();
  const owner = await knownCommenter(slug, "known@example.org");
  const typed = await post(slug, "known@example.org", "The second");
  assert.deepEqual([typed.status, typed.findings], ["held", ["unproven"]]);
  const tags: string[] = [];
  const stop = onChange((named) => tags.push(...named));
  assert.equal(await confirmOwnComment(owner, typed.id, now), "shown");
  stop();
  const shown = row(typed.id);
  assert.deepEqual([shown.status, shown.findings, shown.decidedBy], ["approved", ["known"], null]);
  assert.deepEqual(tags, [`comments:${articleId}`]);
  const count = read().select({ is: article.commentCount }).from(article).where(eq(article.id, articleId)).get();
  assert.equal(count?.is, 2);
  await confirmOwnComment(owner, typed.id, now);
  assert.equal(tags.length, 1);
});

test("the link of somebody else shows nothing", async () => {
  const { slug } = await addPublishedArticle();
  await knownCommenter(slug, "owner@example.org");
  const stranger = await knownCommenter(slug, "stranger@example.org");
  const typed = await post(slug, "owner@example.org", "The second");
  assert.equal(await confirmOwnComment(stranger, typed.id, now), "confirmed");
  assert.equal(row(typed.id).status, "held");
});

test("a proof does not replace the moderator where something else was found, or where one has decided", async () => {
  const { slug } = await addPublishedArticle();
  const owner = await knownCommenter(slug, "links@example.org");
  const links = await post(slug, "links@example.org", "https://a.example https://b.example https://c.example");
  assert.ok(links.findings.includes("links:3") && links.findings.includes("unproven"));
  const removed = await post(slug, "links@example.org", "Something rude");
  await decide(removed.id, "removed");
  for (const { id } of [links, removed]) assert.equal(await confirmOwnComment(owner, id, now), "confirmed");
  assert.deepEqual([row(links.id).status, row(removed.id).status], ["held", "removed"]);
});

test("a first comment waits for a moderator, proven or not; one whose predecessor was approved meanwhile does not", async () => {
  const { slug } = await addPublishedArticle();
  const first = await post(slug, "new@example.org", "The first");
  assert.equal(await confirmOwnComment(first.commenterId, first.id, now), "confirmed");
  assert.equal(row(first.id).status, "held");
  const second = await post(slug, "new@example.org", "The second");
  assert.deepEqual(second.findings, ["first-time"]);
  await decide(first.id, "approved");
  assert.equal(await confirmOwnComment(second.commenterId, second.id, now), "shown");
});

test("a ban that came meanwhile holds against a proof", async () => {
  const { slug } = await addPublishedArticle();
  const owner = await knownCommenter(slug, "banned@example.org");
  const typed = await post(slug, "banned@example.org", "The second");
  await transaction(async (tx) => tx.update(commenter).set({ bannedAt: now }).where(eq(commenter.id, owner)).run());
  assert.equal(await confirmOwnComment(owner, typed.id, now), "confirmed");
  assert.equal(row(typed.id).status, "spam");
});

test("what else waits for the owner of a link is listed, and nothing that waits for others", async () => {
  const { slug } = await addPublishedArticle();
  const owner = await knownCommenter(slug, "many@example.org");
  const second = await post(slug, "many@example.org", "The second");
  const third = await post(slug, "many@example.org", "The third");
  await post(slug, "many@example.org", "https://a.example https://b.example https://c.example");
  assert.deepEqual(await listWaitingForWriter(owner, second.id), [{ id: third.id, text: "The third" }]);
});
