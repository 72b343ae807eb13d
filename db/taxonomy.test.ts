import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { onChange, read } from "#db/client";
import { changeContributor, deleteContributor, listContributors, restoreContributor } from "#db/contributors";
import { theSoftware } from "#db/log";
import { addRedirect, deleteRedirect, importRedirects, listRedirects, restoreRedirect } from "#db/manual-redirects";
import { mergeContributor } from "#db/merge-contributors";
import { mergeSection } from "#db/merge-sections";
import { mergeTopic } from "#db/merge-topics";
import { findRedirect } from "#db/redirects";
import { article, articleTopic, byline, section } from "#db/schema";
import { changeSection, listSections, moveSection, restoreSection, retireSection } from "#db/sections";
import { addContributor, addSection, addTopic, publish } from "#db/testing/publication";
import { changeTopic } from "#db/topics";

const now = new Date("2026-11-23T08:00:00Z");
const leads = (path: string) => findRedirect([path], now);
const content = (slug: string) => ({ name: slug, slug, description: "", moderation: null });
const person = (slug: string, affiliation = "") => {
  return { name: slug, slug, affiliation, bio: "", links: [], pictureId: null };
};

test("a section that is renamed keeps its former address alive, and those of its articles", async () => {
  const sectionId = await addSection("asia");
  await publish({ sectionId, slug: "ferries" }, now);
  const told: string[] = [];
  const stop = onChange((tags) => told.push(...tags));
  assert.equal((await changeSection(theSoftware, sectionId, content("asia-pacific"), now)).ok, true);
  stop();
  assert.equal(await leads("/asia"), "/asia-pacific");
  assert.equal(await leads("/asia/ferries"), "/asia-pacific/ferries");
  assert.ok(told.includes("navigation") && told.includes("redirects"));
});

test("a section that gets its former name back leaves no circle", async () => {
  const sectionId = await addSection("europe");
  await publish({ sectionId, slug: "rivers" }, now);
  await changeSection(theSoftware, sectionId, content("old-world"), now);
  await changeSection(theSoftware, sectionId, content("europe"), now);
  assert.equal(await leads("/europe"), undefined);
  assert.equal(await leads("/europe/rivers"), undefined);
  assert.equal(await leads("/old-world/rivers"), "/europe/rivers");
});

test("a section cannot take another's address, nor one of the software's own", async () => {
  const sectionId = await addSection("africa");
  await addSection("taken");
  assert.deepEqual(await changeSection(theSoftware, sectionId, content("taken"), now), {
    ok: false,
    reason: "slug-taken",
  });
  assert.deepEqual(await changeSection(theSoftware, sectionId, content("desk"), now), {
    ok: false,
    reason: "slug-unfit",
  });
});

test("merging sections moves the articles and leads readers after them", async () => {
  const [from, into] = [await addSection("sport"), await addSection("life")];
  const articleId = await publish({ sectionId: from, slug: "rowing" }, now);
  assert.deepEqual(await mergeSection(theSoftware, from, from, now), { ok: false, reason: "same-section" });
  assert.equal((await mergeSection(theSoftware, from, into, now)).ok, true);
  assert.equal(read().select().from(article).where(eq(article.id, articleId)).get()?.sectionId, into);
  assert.equal(await leads("/sport"), "/life");
  assert.equal(await leads("/sport/rowing"), "/life/rowing");
  assert.deepEqual(await mergeSection(theSoftware, from, into, now), { ok: false, reason: "not-found" });
});

test("sections change places, stop at the ends, and a retired one can come back", async () => {
  const order = async () => (await listSections()).filter(({ retiredAt }) => !retiredAt).map(({ id }) => id);
  const [first = 0, second = 0] = await order();
  await moveSection(theSoftware, first, "down", now);
  assert.deepEqual((await order()).slice(0, 2), [second, first]);
  await moveSection(theSoftware, second, "up", now);
  assert.deepEqual((await order()).slice(0, 2), [second, first]);
  assert.equal((await retireSection(theSoftware, second, now)).ok, true);
  assert.ok(!(await order()).includes(second));
  assert.equal((await restoreSection(theSoftware, second, now)).ok, true);
  assert.ok((await order()).includes(second));
});

test("the last section cannot be retired", async () => {
  const ids = read().select({ id: section.id }).from(section).all();
  const [last, ...others] = ids;
  for (const { id } of others) await retireSection(theSoftware, id, now);
  assert.deepEqual(await retireSection(theSoftware, last?.id ?? 0, now), { ok: false, reason: "last-section" });
});

test("merging topics gives each article the other one once", async () => {
  const sectionId = await addSection("for-topics");
  const [from, into] = [await addTopic("ships"), await addTopic("shipping")];
  await publish({ sectionId, slug: "has-both", topicIds: [from, into] }, now);
  await publish({ sectionId, slug: "has-one", topicIds: [from] }, now);
  assert.equal((await mergeTopic(theSoftware, from, into, now)).ok, true);
  assert.equal(read().select().from(articleTopic).where(eq(articleTopic.topicId, into)).all().length, 2);
  assert.equal(await leads("/topics/ships"), "/topics/shipping");
  const taken = await changeTopic(theSoftware, into, { name: "x", slug: "", description: "" }, now);
  assert.deepEqual(taken, { ok: false, reason: "slug-unfit" });
});

test("two records of one person become one, and bylines keep the affiliation they were printed with", async () => {
  const sectionId = await addSection("for-people");
  const [from, into] = [await addContributor("a-park"), await addContributor("ada-park", "Institute of Coasts")];
  const bylines = [{ contributorId: from, affiliation: "Harbour Office" }];
  await publish({ sectionId, slug: "by-a-park", content: { bylines } }, now);
  assert.equal((await mergeContributor(theSoftware, from, into, now)).ok, true);
  const lines = read().select().from(byline).where(eq(byline.contributorId, into)).all();
  assert.deepEqual(
    lines.map(({ affiliation }) => affiliation),
    ["Harbour Office"],
  );
  assert.equal(await leads("/contributors/a-park"), "/contributors/ada-park");
  await changeContributor(theSoftware, into, person("ada-park", "Another Place"), now);
  assert.equal(read().select().from(byline).where(eq(byline.contributorId, into)).get()?.affiliation, "Harbour Office");
});

test("a person whose name is printed is not deleted; another is, and comes back within 30 days", async () => {
  const sectionId = await addSection("for-deleting");
  const [printed, unprinted] = [await addContributor("printed"), await addContributor("unprinted")];
  await publish({ sectionId, slug: "p", content: { bylines: [{ contributorId: printed, affiliation: "" }] } }, now);
  assert.deepEqual(await deleteContributor(theSoftware, printed, now), { ok: false, reason: "has-articles" });
  const names = async (deleted: boolean) => {
    const { people } = await listContributors({ words: "printed", deleted }, { limit: 9, offset: 0 }, now);
    return people.map(({ name, articles }) => `${name} ${articles}`);
  };
  assert.deepEqual(await names(false), ["printed 1", "unprinted 0"]);
  assert.equal((await deleteContributor(theSoftware, unprinted, now)).ok, true);
  assert.deepEqual([await names(false), await names(true)], [["printed 1"], ["unprinted 0"]]);
  const tooLate = new Date(now.getTime() + 31 * 24 * 60 * 60_000);
  assert.deepEqual(await restoreContributor(theSoftware, unprinted, tooLate), { ok: false, reason: "too-late" });
  assert.equal((await restoreContributor(theSoftware, unprinted, now)).ok, true);
});

test("a redirect is added by hand, listed with where it leads, and deleted", async () => {
  assert.equal((await addRedirect(theSoftware, { from: "/from-hand", to: "/asia-pacific" }, now)).ok, true);
  assert.equal(await leads("/from-hand"), "/asia-pacific");
  const { redirects } = await listRedirects({ words: "from-hand", deleted: false }, { limit: 9, offset: 0 }, now);
  assert.deepEqual(
    redirects.map(({ fromPath, to, origin }) => [fromPath, to, origin]),
    [["/from-hand", "/asia-pacific", "manual"]],
  );
  await deleteRedirect(theSoftware, redirects[0]?.id ?? 0, now);
  assert.equal(await leads("/from-hand"), undefined);
});

test("a deleted redirect is listed apart and comes back, but not in a circle, over what stands, or too late", async () => {
  const add = async (from: string, to: string) => {
    assert.equal((await addRedirect(theSoftware, { from, to }, now)).ok, true);
    const { redirects } = await listRedirects({ words: from, deleted: false }, { limit: 1, offset: 0 }, now);
    return redirects[0]?.id ?? 0;
  };
  const restored = async (id: number, at = now) => {
    const result = await restoreRedirect(theSoftware, id, at);
    return result.ok ? "back" : result.reason;
  };
  const id = await add("/short-lived", "/asia-pacific");
  assert.equal((await deleteRedirect(theSoftware, id, now)).ok, true);
  assert.deepEqual(await deleteRedirect(theSoftware, id, now), { ok: false, reason: "not-found" });
  const lists = async (deleted: boolean) =>
    (await listRedirects({ words: "short-lived", deleted }, { limit: 9, offset: 0 }, now)).redirects.length;
  assert.deepEqual([await lists(false), await lists(true)], [0, 1]);
  assert.equal(await restored(id, new Date(now.getTime() + 30 * 86_400_000)), "too-late");

  await add("/asia-pacific-old", "/short-lived");
  assert.equal(await restored(id), "back");
  assert.equal(await leads("/short-lived"), "/asia-pacific");
  assert.equal(await restored(id), "not-found");

  const round = await add("/round-one", "/round-two");
  await deleteRedirect(theSoftware, round, now);
  await add("/round-two", "/round-one");
  assert.equal(await restored(round), "loop");

  const covered = await add("/tides/high", "/asia-pacific");
  await deleteRedirect(theSoftware, covered, now);
  await publish({ sectionId: await addSection("tides"), slug: "high" }, now);
  assert.equal(await restored(covered), "in-use");
});

test("a redirect in a circle, over something that stands, or said twice is refused", async () => {
  const reason = async (from: string, to: string) => {
    const added = await addRedirect(theSoftware, { from, to }, now);
    return added.ok ? "added" : added.reason;
  };
  assert.equal(await reason("/one", "/two"), "added");
  assert.equal(await reason("/two", "/three"), "added");
  assert.equal(await reason("/three", "/one"), "loop");
  assert.equal(await reason("/one", "/four"), "from-taken");
  assert.equal(await reason("/asia-pacific/ferries", "/one"), "in-use");
  assert.equal(await reason("not a path", "/one"), "from-unfit");
  assert.equal(await reason("/five", "javascript:alert(1)"), "to-unfit");
});

test("of a list, what can be taken is taken and the rest is named", async () => {
  const lines = [
    { line: 1, from: "/list-one", to: "/one" },
    { line: 2, from: "/list-two", to: "/list-two" },
    { line: 3, from: "/list-one", to: "/two" },
  ];
  const { taken, refused } = await importRedirects(theSoftware, lines, now);
  assert.equal(taken, 2);
  assert.deepEqual(refused, [{ line: 2, reason: "loop" }]);
  assert.equal(await leads("/list-one"), "/two");
});
