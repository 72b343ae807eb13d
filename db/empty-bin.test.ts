import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { correctArticle } from "#db/articles/correct-article";
import { deleteArticle } from "#db/articles/delete-article";
import { nameTranslation } from "#db/articles/translations";
import { onChange, read, transaction, writingEngine } from "#db/client";
import { findArticleToComment, postComment } from "#db/comments-post";
import { createContributor, deleteContributor, findContributor } from "#db/contributors";
import { emptyBin } from "#db/empty-bin";
import { theSoftware } from "#db/log";
import { addRedirect, deleteRedirect } from "#db/manual-redirects";
import { addPicture } from "#db/media";
import { addRevision, emptyRevision } from "#db/new-article";
import { deletePicture } from "#db/pictures";
import { listTranslations } from "#db/published-translations";
import { article, articleNote, comment, commenter, logEntry, media, redirect, revision } from "#db/schema";
import { addPublishedArticle } from "#db/testing/an-article";
import { addContributor, addTopic } from "#db/testing/publication";
import { someStaff } from "#db/testing/staff";
import { writeViews } from "#db/views";

const now = new Date("2026-11-23T08:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const { id: staffId, name } = await someStaff("editor");
const editor = { staffId, name, role: "editor" } as const;
const nothing = { articles: 0, pictures: 0, people: 0, redirects: 0, merges: 0 };

let networks = 0;
async function commentOn(slug: string, email: string) {
  networks += 1;
  const to = await findArticleToComment(slug, now);
  assert.ok(to);
  const form = { text: `The tide of ${email} turns.`, name: "Ana", email, website: "", follow: true };
  const sender = { network: `2001:db8:0:${networks}::1`, trap: "", stamp: "", seconds: undefined };
  const posted = await postComment(to, form, sender, now);
  assert.ok(posted.ok);
  return posted.value.id;
}
const commenterOf = (commentId: number) =>
  read().select({ id: comment.commenterId }).from(comment).where(eq(comment.id, commentId)).get()?.id ?? 0;
const addressOf = (id: number) => read().select().from(commenter).where(eq(commenter.id, id)).get();

/** Rows of any table that still name an article. */
const tracesOf = (articleId: number) =>
  writingEngine()
    .prepare<[], { table: string }>(
      `select m.name as "table" from sqlite_schema m join pragma_table_info(m.name) c
       where m.type = 'table' and c.name = 'article_id'`,
    )
    .all()
    .filter(({ table }) => writingEngine().prepare(`select 1 from ${table} where article_id = ?`).get(articleId))
    .map(({ table }) => table);

test("an article that was deleted 30 days ago goes with all that belongs to it, and not a day sooner", async () => {
  const contributorId = await addContributor("kim");
  const content = { headline: "Going", bylines: [{ contributorId, affiliation: "" }] };
  const { id, slug } = await addPublishedArticle({
    topicIds: [await addTopic("tides")],
    content: { ...emptyRevision, ...content },
  });
  const other = await addPublishedArticle();
  const [only, both, banned] = [
    await commentOn(slug, "only@example.org"),
    await commentOn(slug, "both@example.org"),
    await commentOn(slug, "banned@example.org"),
  ].map(commenterOf) as [number, number, number];
  await commentOn(other.slug, "both@example.org");
  await transaction(async (tx) => {
    tx.update(commenter).set({ bannedAt: now }).where(eq(commenter.id, banned)).run();
    tx.insert(articleNote).values({ articleId: id, text: "Who says so?", authorName: "Theo", createdAt: now }).run();
    tx.insert(redirect).values({ fromPath: "/going", articleId: id, origin: "renamed", createdAt: now }).run();
  });
  await correctArticle(theSoftware, id, "It was Tuesday.", now);
  await writeViews(new Map([[id, 12]]), now);
  assert.ok(tracesOf(id).length >= 8, tracesOf(id).join(" "));

  await deleteArticle(editor, id, now);
  assert.deepEqual(await emptyBin(later(29)), nothing);
  assert.ok(tracesOf(id).includes("revision"));

  assert.deepEqual(await emptyBin(later(30)), { ...nothing, articles: 1 });
  assert.deepEqual(tracesOf(id), []);
  assert.equal(read().select().from(article).where(eq(article.id, id)).get(), undefined);
  assert.equal(read().select().from(article).where(eq(article.id, other.id)).get()?.id, other.id);
  assert.ok(read().select().from(logEntry).where(eq(logEntry.thingId, id)).get(), "the log stays");

  assert.equal(addressOf(only), undefined, "who wrote nothing else is forgotten");
  assert.ok(addressOf(both)?.address, "who wrote elsewhere too is not");
  assert.equal(addressOf(banned)?.address, null);
  assert.ok(addressOf(banned)?.addressHash, "a ban goes on without the address");
});

test("pictures, people and redirects go after 30 days; a save point of the past keeps its words without the picture", async () => {
  const made = { hash: "1".repeat(64), width: 10, height: 10, sizes: [], colour: "#ffffff" };
  const pictureId = await transaction(async (tx) => addPicture(tx, made, { filename: "quay.jpg" }, now));
  const { id } = await addPublishedArticle();
  await transaction(async (tx) => {
    const past = { occasion: "save", savedAt: now, savedBy: null };
    addRevision(tx, id, 99, { ...emptyRevision, headline: "Once", pictureId }, past);
  });
  const person = { name: "Ines", slug: "ines", affiliation: "", bio: "", links: [], pictureId: null };
  const created = await createContributor(theSoftware, person, now);
  assert.ok(created.ok);
  await addRedirect(theSoftware, { from: "/once", to: "/now" }, now);
  const from = () => read().select().from(redirect).where(eq(redirect.fromPath, "/once")).get();

  assert.ok((await deletePicture(theSoftware, pictureId, now)).ok);
  assert.ok((await deleteContributor(theSoftware, created.value, now)).ok);
  assert.ok((await deleteRedirect(theSoftware, from()?.id ?? 0, now)).ok);
  assert.deepEqual(await emptyBin(later(29)), nothing);
  assert.deepEqual(await emptyBin(later(30)), { ...nothing, pictures: 1, people: 1, redirects: 1 });
  assert.equal(read().select().from(media).where(eq(media.id, pictureId)).get(), undefined);
  assert.deepEqual(
    read().select({ headline: revision.headline, pictureId: revision.pictureId }).from(revision).all().at(-1),
    { headline: "Once", pictureId: null },
  );
  assert.equal(await findContributor(created.value), undefined);
  assert.equal(from(), undefined);
  assert.deepEqual(await emptyBin(later(31)), nothing);
});

test("translations stay together when their original goes for good: the oldest of them is the original then", async () => {
  const [english, korean, french] = [
    await addPublishedArticle(),
    await addPublishedArticle({ content: { ...emptyRevision, headline: "KO", language: "ko" } }),
    await addPublishedArticle({ content: { ...emptyRevision, headline: "FR", language: "fr" } }),
  ];
  for (const { id } of [korean, french]) assert.ok((await nameTranslation(theSoftware, id, english.id, now)).ok);
  await deleteArticle(editor, english.id, now);
  const told = new Set<string>();
  const stop = onChange((tags) => {
    for (const tag of tags) told.add(tag);
  });
  assert.equal((await emptyBin(later(30))).articles, 1);
  stop();
  const group = (await listTranslations([korean.id], now)).get(korean.id) ?? [];
  assert.deepEqual(
    group.map(({ id, isOriginal }) => [id, isOriginal]),
    [
      [korean.id, true],
      [french.id, false],
    ],
  );
  assert.ok(told.has(`article:${korean.id}`) && told.has(`article:${french.id}`));

  await deleteArticle(editor, french.id, now);
  assert.equal((await emptyBin(later(30))).articles, 1);
  assert.equal((await listTranslations([korean.id], now)).size, 0);
});
