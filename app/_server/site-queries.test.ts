import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { findContributorPage, findSectionPage } from "#app/_server/site-queries";
import { moveArticle } from "#db/articles/move-article";
import { saveDraft } from "#db/articles/save-draft";
import { takeStep } from "#db/articles/take-step";
import { theSoftware } from "#db/log";
import { emptyRevision } from "#db/new-article";
import { addContributor, addSection, publish } from "#db/testing/publication";
import { newPageContext, withPageContext } from "#delivery/page-context";

const inAnHour = new Date(Date.now() + 3_600_000);
const [asia, world] = [await addSection("asia"), await addSection("world")];
const [ada, ben] = [await addContributor("ada"), await addContributor("ben")];

/** The moment at which a page changes by the clock alone; Infinity where it never does. */
async function changesAt(page: () => Promise<unknown>): Promise<number> {
  const context = newPageContext();
  await withPageContext(context, page);
  return context.changesAt;
}
const sectionPage = (id: number) => changesAt(() => findSectionPage(id, { number: 1 }));
const contributorPage = (id: number) => changesAt(() => findContributorPage(id, 1));

test("the page of a contributor changes when a text takes the live one's place, whoever is named on it", async () => {
  const content = { bylines: [{ contributorId: ada, affiliation: "" }] };
  const id = await publish({ sectionId: asia, slug: "ferries", content }, new Date());
  for (const person of [ada, ben]) assert.equal(await contributorPage(person), Number.POSITIVE_INFINITY);
  const now = new Date();
  const changed = { ...emptyRevision, headline: "Ferries", bylines: [{ contributorId: ben, affiliation: "" }] };
  assert.ok((await saveDraft(theSoftware, id, 1, changed, now)).ok);
  assert.ok((await takeStep(theSoftware, id, { verb: "schedule", version: 2, at: inAnHour }, now)).ok);
  for (const person of [ada, ben]) assert.equal(await contributorPage(person), inAnHour.getTime());
  assert.ok((await takeStep(theSoftware, id, { verb: "unschedule", version: 3 }, now)).ok);
  assert.equal(await contributorPage(ben), Number.POSITIVE_INFINITY);
});

test("the page of a section changes at the moment of what waits in it, and not of what has left it", async () => {
  const given = { sectionId: asia, slug: "embargo", state: "scheduled" as const, publishedAt: inAnHour };
  const id = await publish(given, new Date());
  assert.deepEqual([await sectionPage(asia), await sectionPage(world)], [inAnHour.getTime(), Number.POSITIVE_INFINITY]);
  const filing = { sectionId: world, slug: "embargo", topicIds: [] };
  assert.ok((await moveArticle(theSoftware, id, filing, new Date())).ok);
  assert.deepEqual([await sectionPage(asia), await sectionPage(world)], [Number.POSITIVE_INFINITY, inAnHour.getTime()]);
});
