import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { beginArticle } from "#db/articles/begin-article";
import { findPreview, listPreviews, offerPreview, revokePreview } from "#db/articles/preview-links";
import { findPreviewedArticle } from "#db/articles/previewed-article";
import { restoreSavePoint, setAside } from "#db/articles/restore-save-point";
import { saveDraft } from "#db/articles/save-draft";
import { findArticleAccess, findStandingDraft, isSameDraft } from "#db/articles/standing-draft";
import { read, transaction } from "#db/client";
import { emptyRevision } from "#db/new-article";
import { previewLink, staff } from "#db/schema";
import { addSection, paragraph } from "#db/testing/publication";

const noon = new Date("2026-11-23T12:00:00Z");
const later = (days: number) => new Date(noon.getTime() + days * 86_400_000);

await addSection("asia");
const mina = {
  name: "Mina",
  staffId: await transaction(
    async (tx) =>
      tx
        .insert(staff)
        .values({ email: "mina@desk.example", name: "Mina", role: "editor", createdAt: noon })
        .returning({ id: staff.id })
        .get().id,
  ),
};

async function aDraft(headline: string): Promise<number> {
  const begun = await beginArticle(mina, { headline }, noon);
  assert.ok(begun.ok);
  return begun.value;
}

test("a preview link opens its draft for whoever has it, until it expires", async () => {
  const id = await aDraft("Read before");
  const link = await offerPreview(mina, id, { label: "The lawyer", days: 7 }, noon);
  assert.ok(link.ok);
  assert.deepEqual(await findPreview(link.value, later(6)), { linkId: 1, articleId: id, label: "The lawyer" });
  assert.equal((await findPreviewedArticle(id, noon))?.headline, "Read before");
  assert.equal(await findPreview(link.value, later(7)), undefined);
  assert.equal(await findPreview("guessed", noon), undefined);
  assert.equal(JSON.stringify(read().select().from(previewLink).all()).includes(link.value), false);
});

test("a revoked link opens nothing, and a link of another article is not revoked by mistake", async () => {
  const [id, other] = [await aDraft("One"), await aDraft("Other")];
  const link = await offerPreview(mina, id, { label: "x", days: 1 }, noon);
  assert.ok(link.ok);
  const [listed] = await listPreviews(id, noon);
  assert.ok(listed);
  assert.deepEqual(await revokePreview(mina, other, listed.id, noon), { ok: false, reason: "not-found" });
  assert.ok((await revokePreview(mina, id, listed.id, noon)).ok);
  assert.equal(await findPreview(link.value, noon), undefined);
  assert.deepEqual(await listPreviews(id, noon), []);
});

test("an article's address follows its headline until readers have it or somebody set it", async () => {
  const id = await aDraft("");
  assert.equal((await findStandingDraft(id))?.slug, "untitled");
  const saved = await saveDraft(mina, id, 1, { ...emptyRevision, headline: "The tide clerk" }, noon);
  assert.ok(saved.ok);
  assert.equal(saved.value.slug, "the-tide-clerk");
  const second = await aDraft("");
  const namesake = await saveDraft(mina, second, 1, { ...emptyRevision, headline: "The tide clerk" }, noon);
  assert.ok(namesake.ok);
  assert.equal(namesake.value.slug, "the-tide-clerk-2");
});

test("an earlier text is taken up again as a text of its own; a version nobody looked at is not overwritten", async () => {
  const id = await aDraft("First");
  await saveDraft(mina, id, 1, { ...emptyRevision, headline: "Second", body: paragraph("More.") }, later(1));
  assert.deepEqual(await restoreSavePoint(mina, id, { version: 1, number: 1 }, later(1)), {
    ok: false,
    reason: "newer-version",
  });
  assert.deepEqual(await restoreSavePoint(mina, id, { version: 2, number: 99 }, later(1)), {
    ok: false,
    reason: "no-such-save-point",
  });
  assert.ok((await restoreSavePoint(mina, id, { version: 2, number: 1 }, later(1))).ok);
  const standing = await findStandingDraft(id);
  assert.equal(standing?.content.headline, "First");
  assert.equal(standing?.version, 3);
});

test("a text set aside changes neither the working copy nor its version", async () => {
  const id = await aDraft("Standing");
  assert.ok((await setAside(mina, id, { ...emptyRevision, headline: "Aside" }, noon)).ok);
  assert.equal((await findStandingDraft(id))?.content.headline, "Standing");
  assert.equal((await findArticleAccess(id))?.version, 1);
  assert.deepEqual(await setAside(mina, 9_999, emptyRevision, noon), { ok: false, reason: "not-found" });
});

test("two texts are the same whatever the order of their parts", async () => {
  const one = { ...emptyRevision, bylines: [], body: paragraph("Words") };
  const other = {
    ...one,
    body: JSON.parse('{"content":[{"content":[{"text":"Words","type":"text"}],"type":"paragraph"}],"type":"doc"}'),
  };
  assert.ok(isSameDraft(one, other));
  assert.ok(!isSameDraft(one, { ...one, headline: "Else" }));
});
