import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { EDIT_MINUTES } from "#core/comment-deeds";
import { read, transaction } from "#db/client";
import { findLink, issueLink } from "#db/commenter-links";
import { deleteOwnComment, editOwnComment, eraseCommenter, findOwnComment, listOwnComments } from "#db/commenters-own";
import { decideComments } from "#db/comments-decide";
import { findArticleToComment, postComment } from "#db/comments-post";
import { listPublishedComments } from "#db/comments-published";
import { dataPath } from "#db/environment";
import { theSoftware } from "#db/log";
import { forgetWhatIsOld } from "#db/retention";
import { article, comment, commenter } from "#db/schema";
import { writeSettings } from "#db/settings";
import { addPublishedArticle } from "#db/testing/an-article";

const now = new Date("2026-11-23T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let houses = 0;

async function post(slug: string, given: { email: string; text: string; name?: string; parentId?: number }, at = now) {
  houses += 1;
  const to = await findArticleToComment(slug, at);
  assert.ok(to);
  const posted = await postComment(
    to,
    { name: "Ana", website: "", follow: false, ...given },
    { network: `203.0.113.${houses}`, trap: "", stamp: "", seconds: undefined },
    at,
  );
  assert.ok(posted.ok);
  const row = read().select().from(comment).where(eq(comment.id, posted.value.id)).get();
  assert.ok(row?.commenterId);
  return { id: row.id, commenterId: row.commenterId };
}

const decide = (id: number, status: "approved" | "removed") =>
  transaction(async (tx, changed) => decideComments(tx, changed, [id], status, theSoftware, now));

const countOf = (id: number) =>
  read().select({ number: article.commentCount }).from(article).where(eq(article.id, id)).get()?.number;

/** Everything SQLite has on disk: the file and the log of its latest changes. */
function bytesOnDisk(): Buffer {
  const path = dataPath("national-update.sqlite");
  return Buffer.concat([path, `${path}-wal`].filter((file) => existsSync(file)).map((file) => readFileSync(file)));
}

test("words can be changed for fifteen minutes, by their writer alone", async () => {
  const { slug } = await addPublishedArticle();
  const { id, commenterId } = await post(slug, { email: "edit@example.org", text: "First words" });
  const stranger = await post(slug, { email: "stranger@example.org", text: "Other words" });
  const refusedTo = (who: number, at: Date) => editOwnComment(who, id, "Changed", at);
  assert.deepEqual(await refusedTo(stranger.commenterId, now), { ok: false, reason: "not-there" });
  assert.deepEqual(await refusedTo(commenterId, later(EDIT_MINUTES)), { ok: false, reason: "too-late" });
  assert.deepEqual(await editOwnComment(commenterId, id, " ", now), { ok: false, reason: "empty" });
  assert.deepEqual(await editOwnComment(commenterId, id, "Second words", later(14)), { ok: true, value: "held" });
  assert.equal((await findOwnComment(commenterId, id, later(14)))?.text, "Second words");
});

test("words that somebody has answered cannot be changed", async () => {
  const { slug } = await addPublishedArticle({ moderation: "post" });
  const { id, commenterId } = await post(slug, { email: "answered@example.org", text: "Question" });
  assert.equal((await editOwnComment(commenterId, id, "A better question", later(1))).ok, true);
  await post(slug, { email: "answerer@example.org", text: "Answer", parentId: id }, later(1));
  assert.deepEqual(await editOwnComment(commenterId, id, "Another question", later(2)), {
    ok: false,
    reason: "too-late",
  });
});

test("an approved first comment whose words are changed waits again: other words were approved", async () => {
  const { id: articleId, slug } = await addPublishedArticle();
  const { id, commenterId } = await post(slug, { email: "switch@example.org", text: "Harmless" });
  await decide(id, "approved");
  assert.equal(countOf(articleId), 1);
  assert.deepEqual(await editOwnComment(commenterId, id, "Harmful", later(1)), { ok: true, value: "held" });
  assert.equal(countOf(articleId), 0);
});

test("a comment taken back leaves its place where replies hang, and not one of its words", async () => {
  const { id: articleId, slug } = await addPublishedArticle({ moderation: "post" });
  const { id, commenterId } = await post(slug, { email: "back@example.org", text: "Regrettable zanzibarium" });
  await post(slug, { email: "reply@example.org", text: "A reply", parentId: id });
  assert.deepEqual(await deleteOwnComment(commenterId, id, later(1)), { ok: true, value: null });
  assert.equal(countOf(articleId), 1);
  const { comments } = await listPublishedComments(articleId, { order: "oldest", page: 1 });
  assert.deepEqual(comments[0], { id, level: 1, removedBy: "writer" });
  assert.ok(!bytesOnDisk().includes("zanzibarium"));
  assert.deepEqual(await deleteOwnComment(commenterId, id, later(2)), { ok: false, reason: "not-there" });
  assert.deepEqual(await decide(id, "approved"), []);
});

test("after erasure no byte of the words, the name or the address's row is in the file or its log", async () => {
  const { slug } = await addPublishedArticle({ moderation: "post" });
  const mine = { email: "gone@example.org", name: "Quirinus Velthoven" };
  const { commenterId } = await post(slug, { ...mine, text: "Unmistakable xylotheque one" });
  await post(slug, { ...mine, text: "Unmistakable xylotheque two" }, later(1));
  const [first] = await listOwnComments(commenterId);
  const moderator = { staffId: 1, name: "Ada Park" };
  await transaction(async (tx, changed) => decideComments(tx, changed, [first?.id ?? 0], "spam", moderator, now));
  const other = await post(slug, { email: "stays@example.org", text: "This stays" });
  const sealed = read().select().from(commenter).where(eq(commenter.id, commenterId)).get();
  assert.ok(sealed?.address && sealed.addressHash);
  assert.ok(bytesOnDisk().includes("xylotheque") && bytesOnDisk().includes(sealed.address));
  const token = await transaction(async (tx) =>
    issueLink(tx, { commenterId, commentId: null, purpose: "manage" }, now),
  );
  await eraseCommenter(commenterId, later(2));
  const left = bytesOnDisk();
  for (const trace of ["xylotheque", "Quirinus", "Velthoven", sealed.addressHash]) {
    assert.ok(!left.includes(trace), trace);
  }
  assert.ok(!left.includes(sealed.address));
  assert.deepEqual(await listOwnComments(commenterId), []);
  assert.equal(await findLink(token, later(2)), undefined);
  assert.equal((await listOwnComments(other.commenterId)).length, 1);
});

test("a private link opens until it expires, and only for what it was made", async () => {
  const { slug } = await addPublishedArticle();
  const { id, commenterId } = await post(slug, { email: "link@example.org", text: "Linked" });
  const token = await transaction(async (tx) => issueLink(tx, { commenterId, commentId: id, purpose: "manage" }, now));
  assert.equal((await findLink(token, later(60)))?.commentId, id);
  assert.equal(await findLink(token, later(31 * 24 * 60)), undefined);
  assert.equal(await findLink(`${token.slice(1)}0`, now), undefined);
  assert.ok(!bytesOnDisk().includes(token));
});

test("networks are forgotten after thirty days, addresses after the days that are set, banned hashes stay", async () => {
  const { slug } = await addPublishedArticle();
  const { id, commenterId } = await post(
    slug,
    { email: "old@example.org", text: "Old" },
    new Date("2026-11-21T10:00:00Z"),
  );
  const banned = await post(slug, { email: "banned@example.org", text: "Banned" }, new Date("2026-11-21T10:00:00Z"));
  await transaction(async (tx, changed) => {
    tx.update(commenter).set({ bannedAt: now }).where(eq(commenter.id, banned.commenterId)).run();
    tx.run("delete from mail");
    writeSettings(tx, changed, { commentAddressDays: 40 }, now);
  });
  const row = () => read().select().from(commenter).where(eq(commenter.id, commenterId)).get();
  await forgetWhatIsOld(new Date("2026-12-20T10:00:00Z"));
  assert.ok(read().select().from(comment).where(eq(comment.id, id)).get()?.networkHash);
  await forgetWhatIsOld(new Date("2026-12-22T10:00:00Z"));
  assert.equal(read().select().from(comment).where(eq(comment.id, id)).get()?.networkHash, null);
  assert.ok(row()?.address);
  await forgetWhatIsOld(new Date("2027-01-02T10:00:00Z"));
  assert.equal(row()?.address, null);
  assert.equal(row()?.addressHash, null);
  assert.ok(read().select().from(commenter).where(eq(commenter.id, banned.commenterId)).get()?.addressHash);
});
