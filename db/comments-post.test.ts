import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import type { CommentForm } from "#core/comment";
import type { Settings } from "#core/settings";
import { unsealFor } from "#db/address-cipher";
import { onChange, read, transaction } from "#db/client";
import { decideComments } from "#db/comments-decide";
import { findArticleToComment, postComment } from "#db/comments-post";
import { theSoftware } from "#db/log";
import { article, comment, commenter } from "#db/schema";
import { writeSettings } from "#db/settings";
import { addPublishedArticle } from "#db/testing/an-article";

const now = new Date("2026-11-23T10:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const form: CommentForm = {
  text: "The ferries had stopped.",
  name: "Ana",
  email: "ana@example.org",
  website: "",
  follow: false,
};
let houses = 0;
function anotherNetwork() {
  houses += 1;
  return { network: `2001:db8:0:${houses.toString(16)}::1`, trap: "", stamp: "", seconds: undefined };
}

async function anArticle(given?: Parameters<typeof addPublishedArticle>[0]) {
  const { slug } = await addPublishedArticle(given);
  const found = await findArticleToComment(slug, now);
  assert.ok(found);
  return found;
}

const set = (values: Partial<Settings>) => transaction(async (tx, changed) => writeSettings(tx, changed, values, now));

const countOf = (id: number) =>
  read().select({ number: article.commentCount }).from(article).where(eq(article.id, id)).get()?.number;

async function told(deed: () => Promise<unknown>): Promise<string[]> {
  const tags: string[] = [];
  const stop = onChange((named) => tags.push(...named));
  await deed();
  stop();
  return tags;
}

test("a first comment is held, counted nowhere, and no page is told of it", async () => {
  const to = await anArticle();
  let id = 0;
  const tags = await told(async () => {
    const posted = await postComment(to, form, anotherNetwork(), now);
    assert.ok(posted.ok);
    assert.equal(posted.value.approved, false);
    id = posted.value.id;
  });
  const kept = read().select().from(comment).where(eq(comment.id, id)).get();
  assert.equal(kept?.status, "held");
  assert.deepEqual(kept?.findings, ["first-time"]);
  assert.equal(countOf(to.id), 0);
  assert.deepEqual(tags, []);
});

test("a comment that the policy approves is counted, and the pages that show it are told", async () => {
  const to = await anArticle({ moderation: "post" });
  const tags = await told(async () => {
    const posted = await postComment(to, form, anotherNetwork(), now);
    assert.ok(posted.ok && posted.value.approved);
  });
  assert.equal(countOf(to.id), 1);
  assert.deepEqual(tags, [`comments:${to.id}`]);
});

test("the address is kept encrypted for its commenter, once for however many comments", async () => {
  const to = await anArticle();
  await postComment(to, { ...form, email: "Joan@Example.org" }, anotherNetwork(), now);
  await postComment(to, { ...form, email: " joan@example.org", text: "Again" }, anotherNetwork(), now);
  const rows = read().select().from(commenter).all();
  const opened = rows.map(({ id, address }) => address && unsealFor({ table: "commenter", id }, address));
  assert.equal(opened.filter((found) => found?.ok && found.value === "Joan@Example.org").length, 1);
  assert.equal(opened.filter((found) => found?.ok && found.value === "joan@example.org").length, 0);
});

test("the same form sent twice, even at once, is one comment", async () => {
  const to = await anArticle();
  const sender = anotherNetwork();
  const both = await Promise.all([postComment(to, form, sender, now), postComment(to, form, sender, now)]);
  const ids = both.map((posted) => posted.ok && posted.value.id);
  assert.equal(ids[0], ids[1]);
  assert.equal(read().select().from(comment).where(eq(comment.articleId, to.id)).all().length, 1);
});

test("a refused comment leaves neither a row nor an address", async () => {
  const to = await anArticle({ commentsOpen: false });
  const commenters = read().select().from(commenter).all().length;
  const refused = await postComment(to, { ...form, email: "refused@example.org" }, anotherNetwork(), now);
  assert.deepEqual(refused, { ok: false, reason: "closed" });
  assert.equal(read().select().from(commenter).all().length, commenters);
});

test("one network waits ten seconds between comments; another does not wait for it", async () => {
  const to = await anArticle();
  const sender = anotherNetwork();
  const post = (text: string, at: Date, from = sender) => postComment(to, { ...form, text }, from, at);
  assert.ok((await post("One", now)).ok);
  assert.deepEqual(await post("Two", after(9)), { ok: false, reason: "too-soon" });
  assert.ok((await post("Two", after(9), anotherNetwork())).ok);
  assert.ok((await post("Three", after(10))).ok);
});

test("the eleventh comment from a network within an hour is refused, and taken when the hour is over", async () => {
  const to = await anArticle();
  const sender = anotherNetwork();
  for (let number = 0; number < 10; number += 1) {
    assert.ok((await postComment(to, { ...form, text: `Comment ${number}` }, sender, after(number * 20))).ok);
  }
  const late = { ...form, text: "One more" };
  assert.deepEqual(await postComment(to, late, sender, after(300)), { ok: false, reason: "too-many" });
  assert.ok((await postComment(to, late, sender, after(3_601))).ok);
});

test("a reply goes to a comment that readers see, and to no other", async () => {
  const to = await anArticle();
  const elsewhere = await anArticle({ moderation: "post" });
  const held = await postComment(to, form, anotherNetwork(), now);
  const other = await postComment(elsewhere, form, anotherNetwork(), now);
  assert.ok(held.ok && other.ok);
  const reply = (parentId: number) => postComment(to, { ...form, text: "A reply", parentId }, anotherNetwork(), now);
  assert.deepEqual(await reply(held.value.id), { ok: false, reason: "parent-gone" });
  assert.deepEqual(await reply(other.value.id), { ok: false, reason: "parent-gone" });
  await transaction(async (tx, changed) => {
    decideComments(tx, changed, [held.value.id], "approved", theSoftware, now);
  });
  assert.ok((await reply(held.value.id)).ok);
});

test("the answer to known and unknown addresses is the same, also with words that stand on the page", async () => {
  const to = await anArticle();
  const email = "known@example.org";
  const post = async (given: Partial<CommentForm>) => {
    const posted = await postComment(to, { ...form, ...given }, anotherNetwork(), now);
    assert.ok(posted.ok);
    return posted.value;
  };
  const first = await post({ email, text: "On the page" });
  await transaction(async (tx, changed) => decideComments(tx, changed, [first.id], "approved", theSoftware, now));
  await transaction(async (tx) => tx.update(commenter).set({ confirmedAt: now }).run());
  const answers = [
    await post({ email, text: "Something new" }),
    await post({ email, text: "On the page" }),
    await post({ email: "unknown@example.org", text: "On the page" }),
  ];
  for (const { id, ...answer } of answers) {
    assert.notEqual(id, first.id);
    assert.deepEqual(answer, { articleId: to.id, approved: false, mayBeProven: true });
  }
});

test("an article that is not public takes no comment", async () => {
  const draft = await addPublishedArticle({ state: "draft" });
  const waiting = await addPublishedArticle({ state: "scheduled", publishedAt: after(60) });
  assert.equal(await findArticleToComment(draft.slug, now), undefined);
  assert.equal(await findArticleToComment(waiting.slug, now), undefined);
  assert.ok(await findArticleToComment(waiting.slug, after(60)));
});

test("comments close everywhere by one setting", async () => {
  const to = await anArticle();
  await set({ comments: "closed" });
  assert.deepEqual(await postComment(to, form, anotherNetwork(), now), { ok: false, reason: "closed" });
  await set({ comments: "open" });
  assert.ok((await postComment(to, form, anotherNetwork(), now)).ok);
});
