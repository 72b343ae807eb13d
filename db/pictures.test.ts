import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eq } from "drizzle-orm";
import { changeSettings } from "#db/change-settings";
import { lastChangeId, listChangesAfter } from "#db/changes";
import { read, transaction } from "#db/client";
import { theSoftware } from "#db/log";
import { addPicture, type MadePicture } from "#db/media";
import { countPictures, findLibraryPicture, listDeletedPictures, listPictures } from "#db/picture-library";
import { findPictureUses } from "#db/picture-uses";
import { deletePicture, describePicture, replacePicture, restorePicture } from "#db/pictures";
import { article, contributor, logEntry } from "#db/schema";
import { addContributor, addSection, paragraph, publish } from "#db/testing/publication";

const now = new Date("2026-11-23T12:00:00Z");
const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000);
const sectionId = await addSection("asia");

let files = 0;
const made = (): MadePicture => {
  files += 1;
  return {
    hash: String(files).padStart(64, "0"),
    width: 1200,
    height: 800,
    sizes: [{ width: 640, height: 427, format: "webp", bytes: 1 }],
    colour: "#336699",
  };
};
const aPicture = (filename = "quay.jpg", words = {}) =>
  transaction(async (tx) => addPicture(tx, made(), { filename, ...words }, now));
const pictureNode = (mediaId: number) => ({
  type: "doc" as const,
  content: [
    ...paragraph("Text.").content,
    { type: "picture" as const, attrs: { mediaId, alt: "", caption: "", credit: "" } },
  ],
});
const tagsOf = async (deed: () => Promise<unknown>) => {
  const before = await lastChangeId();
  await deed();
  return (await listChangesAfter(before)).map(({ tag }) => tag).sort();
};
const described = { alt: "A quay", caption: "", credit: "", focalX: 20, focalY: 80 };

describe("where a picture is used", () => {
  test("names articles by head and text, people, and the logo, and nothing of another number", async () => {
    const pictureId = await aPicture();
    const unused = await aPicture();
    const head = await publish({ sectionId, slug: "head", content: { pictureId } }, now);
    const text = await publish({ sectionId, slug: "text", content: { body: pictureNode(pictureId) } }, now);
    await publish({ sectionId, slug: "other", content: { body: pictureNode(pictureId * 10 + 1) } }, now);
    const personId = await addContributor("kim");
    await transaction(async (tx) =>
      tx.update(contributor).set({ pictureId }).where(eq(contributor.id, personId)).run(),
    );
    await changeSettings(theSoftware, { logoMediaId: pictureId }, now);

    assert.deepEqual(await findPictureUses(pictureId, now), {
      articles: [
        { id: head, headline: "head", place: "head", inBin: false },
        { id: text, headline: "text", place: "text", inBin: false },
      ],
      contributors: [{ id: personId, name: "kim" }],
      logo: true,
    });
    assert.deepEqual(await findPictureUses(unused, now), { articles: [], contributors: [], logo: false });
  });

  test("counts an article in the bin for as long as it can come back", async () => {
    const pictureId = await aPicture();
    const id = await publish({ sectionId, slug: "binned", content: { pictureId } }, now);
    await transaction(async (tx) => tx.update(article).set({ deletedAt: now }).where(eq(article.id, id)).run());
    assert.equal((await findPictureUses(pictureId, daysLater(29))).articles[0]?.inBin, true);
    assert.deepEqual((await findPictureUses(pictureId, daysLater(31))).articles, []);
  });
});

describe("a picture that is described or replaced", () => {
  test("names the pages that show it, and no draft", async () => {
    const pictureId = await aPicture();
    const live = await publish({ sectionId, slug: "live", content: { body: pictureNode(pictureId) } }, now);
    await publish({ sectionId, slug: "draft", state: "draft", publishedAt: null, content: { pictureId } }, now);
    assert.deepEqual(await tagsOf(() => describePicture(theSoftware, pictureId, described, now)), [`article:${live}`]);
    assert.deepEqual(await tagsOf(() => replacePicture(theSoftware, pictureId, made(), "new.jpg", now)), [
      `article:${live}`,
    ]);
  });

  test("keeps its number and words when another file takes its place", async () => {
    const pictureId = await aPicture();
    await describePicture(theSoftware, pictureId, described, now);
    const file = made();
    assert.ok((await replacePicture(theSoftware, pictureId, file, "new.jpg", now)).ok);
    const picture = await findLibraryPicture(pictureId);
    assert.deepEqual([picture?.hash, picture?.filename, picture?.alt], [file.hash, "new.jpg", "A quay"]);
    const last = read().select().from(logEntry).where(eq(logEntry.verb, "replace")).all().at(-1);
    assert.deepEqual([last?.thingKind, last?.thingId], ["picture", pictureId]);
  });

  test("is not replaced by a file that is another picture, and none is described that is not there", async () => {
    const pictureId = await aPicture();
    const other = made();
    await transaction(async (tx) => addPicture(tx, other, { filename: "other.jpg" }, now));
    assert.deepEqual(await replacePicture(theSoftware, pictureId, other, "x.jpg", now), {
      ok: false,
      reason: "already-there",
    });
    assert.deepEqual(await describePicture(theSoftware, 99_999, described, now), { ok: false, reason: "not-found" });
  });
});

describe("a picture that is deleted", () => {
  test("must be on no article, and says so", async () => {
    const pictureId = await aPicture();
    await publish({ sectionId, slug: "in-use", content: { body: pictureNode(pictureId) } }, now);
    assert.deepEqual(await deletePicture(theSoftware, pictureId, now), { ok: false, reason: "in-use" });
    assert.ok(await findLibraryPicture(pictureId));
  });

  test("is out of the library, and comes back within 30 days but not after", async () => {
    const pictureId = await aPicture("gone.jpg");
    assert.ok((await deletePicture(theSoftware, pictureId, now)).ok);
    assert.equal(await findLibraryPicture(pictureId), undefined);
    assert.deepEqual(await deletePicture(theSoftware, pictureId, now), { ok: false, reason: "not-found" });
    const deleted = await listDeletedPictures("gone", 1, daysLater(1));
    assert.deepEqual(
      deleted.map(({ id }) => id),
      [pictureId],
    );
    assert.deepEqual(await listDeletedPictures("gone", 1, daysLater(31)), []);
    assert.deepEqual(await restorePicture(theSoftware, pictureId, daysLater(31)), { ok: false, reason: "too-late" });
    assert.ok((await restorePicture(theSoftware, pictureId, daysLater(29))).ok);
    assert.ok(await findLibraryPicture(pictureId));
  });
});

test("pictures are found when each word stands somewhere in name, words, caption or credit", async () => {
  const id = await aPicture("IMG_2041.jpg", {
    alt: "A ferry at dusk",
    caption: "Leaving 100% full",
    credit: "Ines Roca",
  });
  for (const words of ["img_2041", "roca ferry", "100%", ""]) {
    assert.ok(
      (await listPictures(words)).some((picture) => picture.id === id),
      words,
    );
  }
  for (const words of ["img-2041", "IMGx2041", "ferry dawn"])
    assert.equal(await countPictures(words, false, now), 0, words);
});
