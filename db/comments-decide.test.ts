import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import type { CommentStatus } from "#core/comment";
import { onChange, read, transaction } from "#db/client";
import { decideComments } from "#db/comments-decide";
import { addImportedComment } from "#db/comments-import";
import { findPageOfComment, listPublishedComments } from "#db/comments-published";
import { theSoftware } from "#db/log";
import { article, logEntry } from "#db/schema";
import { addPublishedArticle } from "#db/testing/an-article";

const now = new Date("2026-11-23T10:00:00Z");

const add = (articleId: number, given: Partial<Parameters<typeof addImportedComment>[2]> = {}) =>
  transaction(async (tx, changed) =>
    addImportedComment(tx, changed, {
      articleId,
      parentId: null,
      authorName: "Ana",
      email: "ana@example.org",
      website: null,
      text: "Words",
      status: "approved",
      postedAt: now,
      ...given,
    }),
  );

const decide = (ids: number[], status: CommentStatus) =>
  transaction(async (tx, changed) => decideComments(tx, changed, ids, status, theSoftware, now));

const countOf = (id: number) =>
  read().select({ number: article.commentCount }).from(article).where(eq(article.id, id)).get()?.number;

const page = async (articleId: number, number = 1, order: "oldest" | "newest" = "oldest") =>
  listPublishedComments(articleId, { order, page: number });

test("the count follows every decision, and deciding the same twice changes nothing", async () => {
  const { id } = await addPublishedArticle();
  const [one, two] = [await add(id), await add(id, { status: "held" })];
  assert.equal(countOf(id), 1);
  assert.deepEqual(await decide([one, two], "approved"), [{ id: two, before: "held", after: "approved" }]);
  assert.equal(countOf(id), 2);
  await decide([one], "spam");
  await decide([one], "removed");
  await decide([one], "removed");
  assert.equal(countOf(id), 1);
  await decide([one], "approved");
  assert.equal(countOf(id), 2);
});

test("a decision leaves a line in the log, beside what stood before", async () => {
  const { id } = await addPublishedArticle();
  const held = await add(id, { status: "held" });
  await decide([held], "spam");
  const line = read().select().from(logEntry).where(eq(logEntry.thingId, held)).get();
  assert.equal(line?.verb, "file-as-spam");
  assert.deepEqual(line?.detail, { from: "held" });
});

test("a decision that readers cannot see tells no page", async () => {
  const { id } = await addPublishedArticle();
  const held = await add(id, { status: "held" });
  const told: string[] = [];
  const stop = onChange((tags) => told.push(...tags));
  await decide([held], "spam");
  assert.deepEqual(told, []);
  await decide([held], "approved");
  stop();
  assert.deepEqual(told, [`comments:${id}`]);
});

test("only approved comments are on the page, oldest first, with what they answer", async () => {
  const { id } = await addPublishedArticle();
  const later = await add(id, { authorName: "Later", postedAt: new Date(now.getTime() + 1) });
  const first = await add(id, { authorName: "First" });
  const reply = await add(id, { authorName: "Reply", parentId: first, postedAt: new Date(now.getTime() + 2) });
  for (const status of ["held", "spam", "removed"] as const) await add(id, { status });
  const { comments } = await page(id);
  assert.deepEqual(
    comments.map((comment) => comment.id),
    [first, reply, later],
  );
  const shown = comments[1];
  assert.ok(shown && "inReplyTo" in shown);
  assert.deepEqual(shown.inReplyTo, { id: first, authorName: "First" });
});

test("a removed comment leaves a mark where replies hang, and none where there are none", async () => {
  const { id } = await addPublishedArticle();
  const [answered, lonely] = [await add(id), await add(id)];
  await add(id, { parentId: answered });
  await decide([answered, lonely], "removed");
  const { comments } = await page(id);
  assert.equal(comments.length, 2);
  assert.deepEqual(comments[0], { id: answered, level: 1, removedBy: "moderator" });
});

test("fifty stand on a page, the rest on the next, and each knows its page", async () => {
  const { id } = await addPublishedArticle();
  const ids: number[] = [];
  for (let number = 0; number < 51; number += 1) {
    ids.push(await add(id, { postedAt: new Date(now.getTime() + number) }));
  }
  const [first, second, third] = [await page(id), await page(id, 2), await page(id, 3)];
  assert.deepEqual([first.comments.length, second.comments.length, first.pages], [50, 1, 2]);
  assert.deepEqual(third.comments, []);
  assert.equal((await page(id, 1, "newest")).comments[0]?.id, ids[50]);
  assert.equal(await findPageOfComment(id, ids[50] ?? 0), 2);
  assert.equal(await findPageOfComment(id, 1_000_000), undefined);
});

test("nothing of a commenter is in what a page is given", async () => {
  const { id } = await addPublishedArticle();
  await add(id, { email: "canary@example.org" });
  const keys = Object.keys((await page(id)).comments[0] ?? {}).sort();
  assert.deepEqual(keys, [
    "authorName",
    "byStaff",
    "editedAt",
    "id",
    "inReplyTo",
    "level",
    "postedAt",
    "text",
    "website",
  ]);
});
