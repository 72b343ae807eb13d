import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { existsSync, mkdirSync, utimesSync } from "node:fs";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { changeSettings } from "#db/change-settings";
import { transaction } from "#db/client";
import { emptyBin } from "#db/empty-bin";
import { dataPath } from "#db/environment";
import { theSoftware } from "#db/log";
import { findPictureByHash } from "#db/media";
import { findLibraryPicture } from "#db/picture-library";
import { deletePicture } from "#db/pictures";
import { contributor } from "#db/schema";
import { addContributor, addSection, publish } from "#db/testing/publication";
import { keepInPlaceOf, keepPicture } from "#exchange/pictures";
import { sweepPictures } from "./sweep-pictures.ts";

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000 + 60_000);
const folderOf = (hash: string) => dataPath("media", hash);
const put = (name: string, daysAgo: number) => {
  mkdirSync(folderOf(name), { recursive: true });
  const then = later(-daysAgo);
  utimesSync(folderOf(name), then, then);
};

const aFile = (background: string) =>
  sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
async function aPicture(background: string) {
  const kept = await keepPicture(await aFile(background), { filename: `${background}.png` }, now);
  assert.ok(kept.ok);
  return kept.value;
}

test("the files of a replaced picture go 30 days after it was replaced, however old they are", async () => {
  const { id, hash } = await aPicture("#010203");
  const longAgo = later(-400);
  utimesSync(folderOf(hash), longAgo, longAgo);
  const file = { bytes: await aFile("#040506"), filename: "new.png" };
  assert.ok((await keepInPlaceOf(theSoftware, id, file, now)).ok);
  assert.equal(await sweepPictures(later(29)), 0);
  assert.ok(existsSync(folderOf(hash)));
  assert.equal(await sweepPictures(later(31)), 1);
  assert.equal(existsSync(folderOf(hash)), false);
  const present = await findLibraryPicture(id);
  assert.ok(present && existsSync(folderOf(present.hash)));
});

test("the files of a deleted picture go with it, and not while it can come back", async () => {
  const { id, hash } = await aPicture("#111213");
  assert.ok((await deletePicture(theSoftware, id, now)).ok);
  await emptyBin(later(29));
  await sweepPictures(later(29));
  assert.ok(existsSync(folderOf(hash)));
  await emptyBin(later(31));
  assert.equal(await sweepPictures(later(31)), 1);
  assert.equal(existsSync(folderOf(hash)), false);
});

test("no file goes of what an article, a person or the logo shows, nor of a picture nobody has used yet", async () => {
  const [head, portrait, logo, unused] = [
    await aPicture("#212223"),
    await aPicture("#313233"),
    await aPicture("#414243"),
    await aPicture("#515253"),
  ];
  await publish({ sectionId: await addSection("asia"), slug: "quay", content: { pictureId: head.id } }, now);
  const person = await addContributor("kim");
  await transaction(async (tx) =>
    tx.update(contributor).set({ pictureId: portrait.id }).where(eq(contributor.id, person)).run(),
  );
  await changeSettings(theSoftware, { logoMediaId: logo.id }, now);
  await emptyBin(later(4_000));
  assert.equal(await sweepPictures(later(4_000)), 0);
  for (const { hash } of [head, portrait, logo, unused]) assert.ok(existsSync(folderOf(hash)));
});

test("what was left half made goes after a day, what nobody knows after 30, and foreign folders stay", async () => {
  const orphan = "a".repeat(64);
  put(".making-0011", 2);
  put(".gone-0022", 2);
  put(".making-now", 0);
  put(orphan, 31);
  put("b".repeat(64), 29);
  put("somebody-elses", 400);
  assert.equal(await sweepPictures(now), 3);
  assert.deepEqual(
    [".making-0011", ".gone-0022", orphan, ".making-now", "b".repeat(64), "somebody-elses"].map((name) =>
      existsSync(folderOf(name)),
    ),
    [false, false, false, true, true, true],
  );
});

test("a file that comes again after its picture had its time is kept again, with its sizes", async () => {
  const { id, hash } = await aPicture("#616263");
  await deletePicture(theSoftware, id, now);
  await emptyBin(later(31));
  assert.equal(await findPictureByHash(hash), undefined);
  const again = await aPicture("#616263");
  await sweepPictures(later(10));
  assert.ok(existsSync(folderOf(again.hash)));
  assert.notEqual(again.id, id);
});
