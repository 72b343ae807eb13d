import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { and, eq } from "drizzle-orm";
import { articleTag, latestTag } from "#core/page-tags";
import { closeDatabase, onChange, read, transaction } from "#db/client";
import { theSoftware } from "#db/log";
import { listTranslations, listVersions } from "#db/published-translations";
import { article, logEntry } from "#db/schema";
import { addSection, publish } from "#db/testing/publication";
import { leaveTranslations, listOtherVersions, nameTranslation } from "./translations.ts";

const now = new Date("2026-11-23T12:00:00Z");
const asia = await addSection("asia");
let number = 0;

type Given = Partial<Omit<Parameters<typeof publish>[0], "content">>;
const anArticle = (language: string | null, given: Given = {}) => {
  number += 1;
  return publish({ sectionId: asia, slug: `a-${number}`, ...given, content: { language } }, now);
};
const name = async (id: number, ofId: number) => {
  const named = await nameTranslation(theSoftware, id, ofId, now);
  return named.ok ? "named" : named.reason;
};
const shown = async (id: number) => ((await listTranslations([id], now)).get(id) ?? []).map((each) => each.id);
const change = (id: number, values: Partial<typeof article.$inferInsert>) =>
  transaction(async (tx) => void tx.update(article).set(values).where(eq(article.id, id)).run());

test("each of a group knows all the others, whichever of them was named", async () => {
  const english = await anArticle(null);
  const korean = await anArticle("ko");
  const french = await anArticle("fr");
  assert.equal(await name(korean, english), "named");
  assert.equal(await name(french, korean), "named");
  for (const id of [english, korean, french]) assert.deepEqual(await shown(id), [english, korean, french]);
  assert.deepEqual(
    (await listTranslations([korean], now)).get(korean)?.map(({ isOriginal }) => isOriginal),
    [true, false, false],
  );
  assert.deepEqual(await shown(await anArticle("ja")), []);
});

test("two groups become one, and the original of the one that comes is a translation now", async () => {
  const [english, korean, french, japanese] = [
    await anArticle(null),
    await anArticle("ko"),
    await anArticle("fr"),
    await anArticle("ja"),
  ];
  await name(korean, english);
  await name(japanese, french);
  assert.equal(await name(french, korean), "named");
  for (const id of [english, japanese]) assert.deepEqual(await shown(id), [english, korean, french, japanese]);
});

test("what is no translation is refused: itself, one that is there already, one language twice, what is gone", async () => {
  const english = await anArticle(null);
  const korean = await anArticle("ko");
  assert.equal(await name(korean, korean), "itself");
  assert.equal(await name(korean, english), "named");
  assert.equal(await name(korean, english), "together-already");
  assert.equal(await name(english, korean), "together-already");
  // The publication's own language, once named and once not.
  assert.equal(await name(await anArticle("en-GB"), english), "same-language");
  assert.equal(await name(await anArticle("ko"), english), "same-language");
  assert.equal(await name(korean, 9_999), "no-such-article");
  assert.equal(await name(9_999, korean), "not-found");
  const deleted = await anArticle("fr");
  await change(deleted, { deletedAt: now });
  assert.equal(await name(deleted, english), "not-found");
  assert.equal(await name(english, deleted), "no-such-article");
});

test("readers are told of published versions only, and of each at its moment", async () => {
  const english = await anArticle(null);
  const draft = await anArticle("ko", { state: "draft" });
  const waits = await anArticle("fr", { state: "scheduled", publishedAt: new Date(now.getTime() + 60_000) });
  const withdrawn = await anArticle("ja");
  for (const id of [draft, waits, withdrawn]) assert.equal(await name(id, english), "named");
  assert.deepEqual(await shown(english), [english, withdrawn]);
  await change(withdrawn, { withdrawnAt: now });
  assert.deepEqual(await shown(english), []);
  const later = await listTranslations([english], new Date(now.getTime() + 60_000));
  assert.deepEqual(
    later.get(english)?.map(({ id }) => id),
    [english, waits],
  );
  assert.deepEqual(
    (await listVersions(english)).map(({ id }) => id),
    [english, draft, waits, withdrawn],
  );
});

test("who leaves is alone; where the original leaves, the oldest of the others takes its place", async () => {
  const [english, korean, french] = [await anArticle(null), await anArticle("ko"), await anArticle("fr")];
  await name(korean, english);
  await name(french, english);
  await leaveTranslations(theSoftware, english, now);
  assert.deepEqual(await shown(english), []);
  assert.deepEqual(await shown(french), [korean, french]);
  const row = read().select().from(article).where(eq(article.id, korean)).get();
  assert.equal(row?.originalId, null);
  await leaveTranslations(theSoftware, french, now);
  assert.deepEqual(await shown(korean), []);
  assert.deepEqual(await leaveTranslations(theSoftware, 9_999, now), { ok: false, reason: "not-found" });
});

test("pages of all published versions are rendered anew, once a draft comes along too; drafts alone tell nobody", async () => {
  const english = await anArticle(null);
  const draft = await anArticle("ko", { state: "draft" });
  const told: string[][] = [];
  const stop = onChange((tags) => void told.push(tags));
  await name(draft, english);
  assert.deepEqual(told.pop(), [articleTag(english), latestTag]);
  await leaveTranslations(theSoftware, draft, now);
  assert.deepEqual(told.pop(), [articleTag(english), latestTag]);
  await name(await anArticle("fr", { state: "draft" }), draft);
  assert.deepEqual(told, []);
  stop();
});

test("the log tells it of both, and the desk shows drafts among the others", async () => {
  const english = await anArticle(null);
  const draft = await anArticle("ko", { state: "draft" });
  await name(draft, english);
  for (const [id, to] of [
    [english, draft],
    [draft, english],
  ] as const) {
    const line = read()
      .select()
      .from(logEntry)
      .where(and(eq(logEntry.thingId, id), eq(logEntry.verb, "translate")))
      .get();
    assert.equal(line?.detail.to, `a-${number - (to === draft ? 0 : 1)}`);
  }
  const others = await listOtherVersions({ id: draft, originalId: english }, now);
  assert.deepEqual(
    others.map(({ id, state, isOriginal }) => [id, state, isOriginal]),
    [[english, "published", true]],
  );
  await closeDatabase();
});
