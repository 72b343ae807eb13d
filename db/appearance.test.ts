import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { articleTag, contributorTag, latestTag, type PageTag, sectionTag, topicTag } from "#core/page-tags";
import { deleteArticle, restoreArticle } from "#db/articles/delete-article";
import { moveArticle } from "#db/articles/move-article";
import { moveMany } from "#db/articles/move-many";
import { saveDraft } from "#db/articles/save-draft";
import { setComments } from "#db/articles/set-comments";
import { type Step, takeStep } from "#db/articles/take-step";
import { leaveTranslations, nameTranslation } from "#db/articles/translations";
import { onChange, read } from "#db/client";
import { emptyRevision } from "#db/new-article";
import { article } from "#db/schema";
import { addContributor, addSection, addTopic, publish } from "#db/testing/publication";
import { someStaff } from "#db/testing/staff";

const now = new Date("2026-11-23T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const [asia, world, ferries, ports] = [
  await addSection("asia"),
  await addSection("world"),
  await addTopic("ferries"),
  await addTopic("ports"),
];
const [ada, ben] = [await addContributor("ada"), await addContributor("ben")];
const { id: staffId, name } = await someStaff("editor");
const mina = { staffId, name, role: "editor" as const };

const by = (contributorId: number) => ({ bylines: [{ contributorId, affiliation: "" }] });

let written = 0;
/** An article in Asia about ferries, by Ada; out unless it says otherwise. */
function anArticle(given: { state?: "draft" | "scheduled"; at?: Date } = {}): Promise<number> {
  written += 1;
  const { state = "published", at = later(-60) } = given;
  const place = { sectionId: asia, slug: `told-${written}`, topicIds: [ferries] };
  return publish({ ...place, state, publishedAt: state === "draft" ? null : at, content: by(ada) }, now);
}
const scheduled = () => anArticle({ state: "scheduled", at: later(60) });

const rowOf = (id: number) => read().select().from(article).where(eq(article.id, id)).get();
const step = (id: number, taken: Omit<Step, "version">) =>
  takeStep(mina, id, { ...taken, version: rowOf(id)?.version ?? 0 }, now);
const place = (id: number, given: { sectionId?: number; slug?: string; topicIds?: number[] }) =>
  moveArticle(mina, id, { sectionId: asia, slug: rowOf(id)?.slug ?? "", topicIds: [ferries], ...given }, now);
const retype = (id: number, content: Partial<typeof emptyRevision>) =>
  saveDraft(mina, id, rowOf(id)?.version ?? 0, { ...emptyRevision, headline: "Retyped", ...content }, now);

/** What pages are told of while a deed is done. */
async function told(deed: () => Promise<{ ok: boolean } | { moved: number }>): Promise<Set<PageTag>> {
  const tags = new Set<PageTag>();
  const stop = onChange((changed) => {
    for (const tag of changed) tags.add(tag);
  });
  const done = await deed();
  stop();
  assert.ok("ok" in done ? done.ok : done.moved === 1);
  return tags;
}

/** The pages that list an article as `anArticle` writes it; each has to know the moment at which it appears. */
const itsLists: PageTag[] = [sectionTag(asia), latestTag, topicTag(ferries), contributorTag(ada)];
const missing = (tags: Set<PageTag>, wanted: readonly PageTag[]) => wanted.filter((tag) => !tags.has(tag));

test("every deed on an article that waits tells the pages that are kept until its moment", async () => {
  const deeds: Record<string, (id: number) => Promise<{ ok: boolean }>> = {
    "another moment": async (id) => {
      assert.ok((await step(id, { verb: "unschedule" })).ok);
      return step(id, { verb: "schedule", at: later(90) });
    },
    "no moment": (id) => step(id, { verb: "unschedule" }),
    "at once": (id) => step(id, { verb: "publish" }),
    withdrawn: (id) => step(id, { verb: "withdraw" }),
    deleted: (id) => deleteArticle(mina, id, now),
    "another address": (id) => place(id, { slug: `elsewhere-${id}` }),
    "another section": (id) => place(id, { sectionId: world }),
    "another topic": (id) => place(id, { topicIds: [ports] }),
  };
  for (const [what, deed] of Object.entries(deeds)) {
    const id = await scheduled();
    assert.deepEqual(missing(await told(() => deed(id)), [articleTag(id), ...itsLists]), [], what);
  }
  const draft = await anArticle({ state: "draft" });
  const schedule = await told(() => step(draft, { verb: "schedule", at: later(60) }));
  assert.deepEqual(missing(schedule, itsLists), []);
});

test("a section and a topic that are given an article that waits learn of its moment", async () => {
  const [one, other, third] = [await scheduled(), await scheduled(), await scheduled()];
  const wanted = [sectionTag(world), topicTag(ports)];
  assert.deepEqual(missing(await told(() => place(one, { sectionId: world, topicIds: [ports] })), wanted), []);
  const many = (id: number) => () => moveMany(mina, [id], { sectionId: world, topicId: ports }, now);
  assert.deepEqual(missing(await told(many(other)), wanted), []);
  await step(third, { verb: "unschedule" });
  assert.deepEqual([...(await told(many(third)))], []);
});

test("an article that is put among those that wait or are out, or goes, tells the older one next to it", async () => {
  const [older, id, _newer] = [
    await anArticle({ at: later(-30) }),
    await anArticle({ at: later(-20) }),
    await anArticle({ at: later(-10) }),
  ];
  for (const deed of [
    () => step(id, { verb: "withdraw" as const }),
    () => step(id, { verb: "publish" as const }),
    () => deleteArticle(mina, id, now),
    () => restoreArticle(mina, id, now),
    () => place(id, { sectionId: world }),
    () => place(id, {}),
  ]) {
    assert.deepEqual(missing(await told(deed), [articleTag(older), articleTag(id)]), []);
  }
});

test("a text that takes the live one's place tells the pages of those who are named on either", async () => {
  const id = await anArticle();
  await retype(id, by(ben));
  const schedule = await told(() => step(id, { verb: "schedule", at: later(60) }));
  assert.deepEqual(missing(schedule, [contributorTag(ada), contributorTag(ben)]), []);
  await step(id, { verb: "unschedule" });
  await retype(id, by(ben));
  const publication = await told(() => step(id, { verb: "publish" }));
  assert.deepEqual(missing(publication, [contributorTag(ada), contributorTag(ben)]), []);
});

test("the steps of the desk before publication tell no page, whether readers have the article or not", async () => {
  const withdrawn = await anArticle();
  await step(withdrawn, { verb: "withdraw" });
  for (const id of [withdrawn, await scheduled(), await anArticle(), await anArticle({ state: "draft" })]) {
    assert.deepEqual([...(await told(() => retype(id, by(ben))))], []);
    for (const verb of ["submit", "ask-for-changes", "submit", "approve"] as const) {
      assert.deepEqual([...(await told(() => step(id, { verb })))], [], verb);
    }
  }
});

test("what neither is out nor waits changes no page, whatever is done with it", async () => {
  const [withdrawn, draft, other] = [
    await anArticle(),
    await anArticle({ state: "draft" }),
    await anArticle({ state: "draft" }),
  ];
  await step(withdrawn, { verb: "withdraw" });
  for (const id of [withdrawn, draft]) {
    for (const deed of [
      () => setComments(mina, id, { open: false, closeAt: null }, now),
      () => place(id, { topicIds: [ports] }),
      () => deleteArticle(mina, id, now),
      () => restoreArticle(mina, id, now),
    ]) {
      assert.deepEqual([...(await told(deed))], []);
    }
  }
  await retype(draft, { language: "de" });
  assert.deepEqual([...(await told(() => nameTranslation(mina, draft, other, now)))], []);
  assert.deepEqual([...(await told(() => leaveTranslations(mina, draft, now)))], []);
});
