import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { and, eq } from "drizzle-orm";
import type { Role } from "#core/permissions";
import { beginArticle } from "#db/articles/begin-article";
import { deleteArticle, restoreArticle } from "#db/articles/delete-article";
import { countDeletedArticles, listDeletedArticles } from "#db/articles/deleted-articles";
import { listDeskArticles } from "#db/articles/desk-articles";
import { saveDraft } from "#db/articles/save-draft";
import { takeStep } from "#db/articles/take-step";
import { onChange, read } from "#db/client";
import { addRedirect } from "#db/manual-redirects";
import { emptyRevision } from "#db/new-article";
import { listPlacements, placeArticle } from "#db/placements";
import { isPublished } from "#db/published";
import { findRedirect } from "#db/redirects";
import { article, logEntry } from "#db/schema";
import { addSection, publish } from "#db/testing/publication";
import { someStaff } from "#db/testing/staff";

const now = new Date("2026-11-23T08:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const sectionId = await addSection("asia");

const actor = async (role: Role) => {
  const { id, name } = await someStaff(role);
  return { staffId: id, name, role };
};
const editor = await actor("editor");
const writer = await actor("contributor");

const isSeen = (id: number, at = now) =>
  read()
    .select({ id: article.id })
    .from(article)
    .where(and(eq(article.id, id), isPublished(at)))
    .get() !== undefined;
const binned = async (words = "") =>
  (await listDeletedArticles({ words }, 1, now)).map(({ id, headline }) => [id, headline]);
const stateOf = (id: number) =>
  read().select({ state: article.state, at: article.publishedAt }).from(article).where(eq(article.id, id)).get();

async function draftOf(person: typeof editor, headline: string) {
  const begun = await beginArticle(person, { headline }, now);
  assert.ok(begun.ok);
  return begun.value;
}

test("a live article that is deleted is gone for readers at once, and is theirs again when it is brought back", async () => {
  const id = await publish({ sectionId, slug: "ferries" }, now);
  const told: string[] = [];
  const stop = onChange((tags) => told.push(...tags));
  assert.ok((await deleteArticle(editor, id, now)).ok);
  assert.equal(isSeen(id), false);
  assert.ok(told.includes(`article:${id}`) && told.includes("latest"));
  assert.equal((await listDeskArticles({ words: "ferries" }, 1, now)).total, 0);
  assert.deepEqual(await binned("ferri"), [[id, "ferries"]]);
  assert.deepEqual(await binned("trains"), []);
  assert.deepEqual(await deleteArticle(editor, id, now), { ok: false, reason: "not-found" });

  told.length = 0;
  assert.ok((await restoreArticle(editor, id, later(29))).ok);
  stop();
  assert.equal(isSeen(id), true);
  assert.ok(told.includes(`article:${id}`));
  assert.deepEqual(await restoreArticle(editor, id, now), { ok: false, reason: "not-found" });
  const lines = read().select().from(logEntry).where(eq(logEntry.thingId, id)).all();
  assert.deepEqual(
    lines.map(({ verb, staffName, thingName }) => [verb, staffName, thingName]),
    [
      ["delete", editor.name, "ferries"],
      ["bring-back", editor.name, "ferries"],
    ],
  );
});

test("after 30 days nothing is brought back, and nothing is listed to be", async () => {
  const id = await publish({ sectionId, slug: "late" }, now);
  await deleteArticle(editor, id, now);
  assert.deepEqual(await restoreArticle(editor, id, later(30)), { ok: false, reason: "too-late" });
  assert.equal(await countDeletedArticles({ words: "late" }, later(29)), 1);
  assert.equal(await countDeletedArticles({ words: "late" }, later(30)), 0);
});

test("a writer deletes an own draft, but neither a colleague's nor what readers have had", async () => {
  const own = await draftOf(writer, "An own draft");
  const others = await draftOf(editor, "Somebody else's");
  const printed = await publish({ sectionId, slug: "printed", createdBy: writer.staffId }, now);
  assert.deepEqual(await deleteArticle(writer, others, now), { ok: false, reason: "not-allowed" });
  assert.deepEqual(await deleteArticle(writer, printed, now), { ok: false, reason: "not-allowed" });
  assert.ok((await deleteArticle(writer, own, now)).ok);
  await deleteArticle(editor, others, now);
  const seen = await listDeletedArticles({ words: "", neverOutBy: writer.staffId }, 1, now);
  assert.deepEqual(
    seen.map(({ id }) => id),
    [own],
  );
  assert.deepEqual(await restoreArticle(writer, others, now), { ok: false, reason: "not-found" });
  assert.ok((await restoreArticle(writer, own, now)).ok);
});

test("what was to go out by itself does not, while it lies in the bin or after", async () => {
  const id = await draftOf(editor, "An embargo");
  const scheduled = await takeStep(editor, id, { verb: "schedule", version: 1, at: later(1) }, now);
  assert.ok(scheduled.ok);
  await deleteArticle(editor, id, now);
  await restoreArticle(editor, id, later(2));
  assert.equal(isSeen(id, later(2)), false);
  assert.deepEqual(stateOf(id), { state: "approved", at: null });
});

test("a change that waits is taken off its schedule, and readers keep the text they had", async () => {
  const id = await publish({ sectionId, slug: "changing" }, now);
  assert.ok((await saveDraft(editor, id, 1, { ...emptyRevision, headline: "Changed" }, now)).ok);
  assert.ok((await takeStep(editor, id, { verb: "schedule", version: 2, at: later(1) }, now)).ok);
  await deleteArticle(editor, id, now);
  await restoreArticle(editor, id, later(2));
  const back = read().select().from(article).where(eq(article.id, id)).get();
  assert.deepEqual([back?.nextAt, back?.nextRevisionId], [null, null]);
  assert.equal(isSeen(id, later(2)), true);
});

test("a deleted article leads no page, and its address may lead elsewhere until it is back", async () => {
  const id = await publish({ sectionId, slug: "leading" }, now);
  assert.ok((await placeArticle(editor, { articleId: id, sectionId: null, until: null }, now)).ok);
  await deleteArticle(editor, id, now);
  assert.deepEqual(await listPlacements(null, now), []);
  const elsewhere = { from: "/asia/leading", to: "/asia" };
  assert.ok((await addRedirect(editor, elsewhere, now)).ok);
  assert.equal(await findRedirect(["/asia/leading"], now), "/asia");
  assert.ok((await restoreArticle(editor, id, now)).ok);
  assert.equal(await findRedirect(["/asia/leading"], now), undefined);
  assert.deepEqual(await addRedirect(editor, elsewhere, now), { ok: false, reason: "in-use" });
});
