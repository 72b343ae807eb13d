import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { and, desc, eq } from "drizzle-orm";
import { read, transaction } from "#db/client";
import { banCommenter, replyAsStaff, revealAddress, settleReports } from "#db/comment-moderators";
import { countFound, countQueue, listQueue } from "#db/comment-queue";
import { reportComment } from "#db/comment-reports";
import { decideComments } from "#db/comments-decide";
import { addImportedComment } from "#db/comments-import";
import { findArticleToComment, postComment } from "#db/comments-post";
import { listPublishedComments } from "#db/comments-published";
import { comment, logEntry, spamWord } from "#db/schema";
import { addPublishedArticle } from "#db/testing/an-article";

const now = new Date("2026-11-23T10:00:00Z");
const moderator = { staffId: 7, name: "Ada Park" };

const add = (articleId: number, given: Partial<Parameters<typeof addImportedComment>[2]> = {}) =>
  transaction(async (tx, changed) =>
    addImportedComment(tx, changed, {
      articleId,
      parentId: null,
      authorName: "Joan",
      email: "joan@example.org",
      website: null,
      text: "What the ferry minister said",
      status: "held",
      postedAt: now,
      ...given,
    }),
  );

const decide = (id: number, status: "approved" | "spam" | "held") =>
  transaction(async (tx, changed) => decideComments(tx, changed, [id], status, moderator, now));

test("the queue shows a masked address, what was written before, and what is answered", async () => {
  const { id } = await addPublishedArticle();
  const first = await add(id, { status: "approved" });
  await add(id, { parentId: first });
  const [waiting] = await listQueue("held", 1);
  const found = async (words: string) => [(await listQueue("held", 1, words)).length, await countFound("held", words)];
  assert.deepEqual(await found(`${waiting?.authorName} ${waiting?.text.slice(0, 9)}`), [1, 1]);
  assert.deepEqual(await found(`${waiting?.authorName} nothing-like-it`), [0, 0]);
  // An address is tried letter by letter by nobody who may not open it.
  for (const part of ["joan@example.org", "joan@", "@example", "j•••@e•••.org"])
    assert.deepEqual(await found(part), [0, 0]);
  assert.equal(waiting?.commenter?.address, "j•••@e•••.org");
  assert.deepEqual(waiting?.commenter?.history, { held: 1, approved: 1, spam: 0, removed: 0 });
  assert.equal(waiting?.inReplyTo?.id, first);
  assert.ok(!JSON.stringify(waiting).includes("joan@"));
  assert.deepEqual(await countQueue(), { held: 1, reported: 0, spam: 0, approved: 1, removed: 0 });
});

test("an address is shown only with a line in the log", async () => {
  const { id } = await addPublishedArticle();
  const comment = await add(id);
  assert.deepEqual(await revealAddress(moderator, comment, now), { ok: true, value: "joan@example.org" });
  const lines = read()
    .select()
    .from(logEntry)
    .where(and(eq(logEntry.verb, "reveal-address"), eq(logEntry.thingId, comment)))
    .all();
  assert.equal(lines.length, 1);
  assert.ok(!JSON.stringify(lines).includes("joan"));
  assert.deepEqual(await revealAddress(moderator, await add(id, { email: "" }), now), {
    ok: false,
    reason: "not-there",
  });
});

test("a reply of staff approves what it answers and is marked", async () => {
  const { id } = await addPublishedArticle();
  const held = await add(id);
  const replied = await replyAsStaff(moderator, held, " Thank you. ", now);
  assert.ok(replied.ok);
  const { comments } = await listPublishedComments(id, { order: "oldest", page: 1 });
  assert.deepEqual(
    comments.map((one) => ("byStaff" in one ? [one.id, one.byStaff] : one)),
    [
      [held, false],
      [replied.value, true],
    ],
  );
  assert.deepEqual(await replyAsStaff(moderator, held, "  ", now), { ok: false, reason: "empty" });
  assert.deepEqual(await replyAsStaff(moderator, 9_999, "Hello", now), { ok: false, reason: "not-there" });
});

test("what comes from a banned address is filed as spam, and its sender is told what everybody is told", async () => {
  const article = await addPublishedArticle({ moderation: "post" });
  const first = await add(article.id, { email: "troll@example.org" });
  assert.equal(await banCommenter(moderator, first, true, now), true);
  const to = await findArticleToComment(article.slug, now);
  assert.ok(to);
  const posted = await postComment(
    to,
    { text: "Again", name: "Troll", email: "TROLL@example.org", website: "", follow: false },
    { network: "198.51.100.77", trap: "", stamp: "", seconds: undefined },
    now,
  );
  assert.ok(posted.ok && !posted.value.approved);
  assert.equal(read().select().from(comment).where(eq(comment.id, posted.value.id)).get()?.status, "spam");
});

test("a report is heard once from each network, and ends when a moderator has looked", async () => {
  const { id } = await addPublishedArticle();
  const shown = await add(id, { status: "approved" });
  const report = (network: string) => reportComment(shown, { reason: "abuse", words: "", network }, now);
  assert.ok(
    (await report("198.51.100.1")).ok && (await report("198.51.100.1")).ok && (await report("198.51.100.2")).ok,
  );
  assert.deepEqual(
    (await listQueue("reported", 1)).map(({ reports }) => reports),
    [["abuse", "abuse"]],
  );
  assert.equal((await countQueue()).reported, 1);
  await transaction(async (tx) => settleReports(tx, [shown], now));
  assert.equal((await countQueue()).reported, 0);
  const held = await add(id);
  assert.deepEqual(await reportComment(held, { reason: "spam", words: "", network: "198.51.100.3" }, now), {
    ok: false,
    reason: "not-there",
  });
});

test("a decision teaches the spam model, and taking it back unteaches it", async () => {
  const { id } = await addPublishedArticle();
  const held = await add(id, { text: "Zirconium offers" });
  const counted = (word: string) => read().select().from(spamWord).where(eq(spamWord.word, word)).get();
  const learned = () => counted("zirconium");
  const before = counted(" ") ?? { word: " ", spam: 0, wanted: 0 };
  await decide(held, "spam");
  assert.ok((counted(" ")?.spam ?? 0) > before.spam);
  assert.deepEqual(learned(), { word: "zirconium", spam: 1, wanted: 0 });
  await decide(held, "approved");
  assert.deepEqual(learned(), { word: "zirconium", spam: 0, wanted: 1 });
  await decide(held, "held");
  assert.equal(learned(), undefined);
  assert.deepEqual(counted(" "), before);
  const line = read().select().from(logEntry).where(eq(logEntry.thingId, held)).orderBy(desc(logEntry.id)).get();
  assert.deepEqual([line?.verb, line?.staffName], ["hold", "Ada Park"]);
});
