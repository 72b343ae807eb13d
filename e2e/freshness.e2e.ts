import { eq } from "drizzle-orm";
import { moveArticle } from "#db/articles/move-article";
import { read, transaction } from "#db/client";
import { theSoftware } from "#db/log";
import { comment, contributor, correction, topic } from "#db/schema";
import { writeSettings } from "#db/settings";
import { paragraph, publish } from "#db/testing/publication";
import { expect, openToWrite, test, untilAwake, untilSaved } from "./newsroom.ts";
import { ask } from "./over-the-wire.ts";
import { renderingsOf } from "./renderings.ts";
import { sectionIdOf } from "./sections.ts";

const ferry = "/asia/the-ferry-that-keeps-the-strait-open";

test("a step at the desk shows at the very next request on every page that shows it, and others stay as they were", async ({
  publication,
  colleague,
}) => {
  const { address } = publication;
  const { page } = await colleague("editor", "Mina Seo");
  const [topicId, writer] = await Promise.all([
    read().select({ id: topic.id }).from(topic).where(eq(topic.slug, "railways")).get()?.id ?? 0,
    read().select({ id: contributor.id }).from(contributor).where(eq(contributor.slug, "seo-yeon-ju")).get()?.id ?? 0,
  ]);
  const headline = "A lantern for every pier";
  const content = { headline, body: paragraph("Lit at dusk."), bylines: [{ contributorId: writer, affiliation: "" }] };
  const given = { sectionId: sectionIdOf("asia"), slug: "a-lantern-for-every-pier", topicIds: [topicId] };
  const id = await publish({ ...given, content, state: "approved", publishedAt: null }, new Date());
  const path = "/asia/a-lantern-for-every-pier";
  const lists = ["/", "/asia", "/topics/railways", "/contributors/seo-yeon-ju", "/search?q=lantern"];
  const files = ["/feed.xml", "/asia/feed.json", "/topics/railways/atom.xml", "/sitemap/articles-1.xml"];
  const everywhere = [...lists, ...files, path];
  const isShownAt = async (at: string, words: string) =>
    (await ask(address, at)).text.replace(/<\/?mark>/g, "").includes(words);
  const showing = async (words: string) => {
    const shown = await Promise.all(everywhere.map((at) => isShownAt(at, words)));
    return everywhere.filter((_, place) => shown[place]);
  };
  expect(await showing("a-lantern-for-every-pier")).toEqual([]);
  const other = await renderingsOf(publication, ferry);

  await openToWrite(page, id);
  await page.getByRole("button", { name: "Publish now" }).click();
  await expect(page.getByText("Published.", { exact: true })).toBeVisible();
  expect(await showing("a-lantern-for-every-pier")).toEqual(everywhere);

  await page.getByLabel("Headline", { exact: true }).fill("Two lanterns for every pier");
  await untilSaved(page);
  expect((await showing("Two lanterns")).length).toBe(0);
  await page.getByRole("button", { name: "Publish the change" }).click();
  await expect(page.getByText("Published.", { exact: true })).toBeVisible();
  expect(await showing("Two lanterns")).toEqual([...lists, ...files.slice(0, 3), path]);

  await page.getByText("Corrections").click();
  await page.getByLabel("Correction").fill("An earlier version counted one lantern.");
  await page.getByRole("button", { name: "Publish the correction" }).dblclick();
  await expect(page.locator("q", { hasText: "counted one lantern" }).first()).toBeVisible();
  expect((await ask(address, path)).text).toContain("An earlier version counted one lantern.");
  expect(read().select().from(correction).where(eq(correction.articleId, id)).all(), "once").toHaveLength(1);
  expect(await renderingsOf(publication, ferry)).toBe(other);

  await page.getByRole("button", { name: "Withdraw" }).click();
  await page.getByRole("button", { name: "Withdraw" }).last().click();
  await expect(page.getByText("Withdrawn.", { exact: true })).toBeVisible();
  expect((await ask(address, path)).status).toBe(410);
  expect(await showing("a-lantern-for-every-pier")).toEqual([]);
  expect(await renderingsOf(publication, ferry)).toBe(other);
});

test("a comment that is approved or removed shows at the very next request, on its article and in the counts of lists", async ({
  publication,
  colleague,
}) => {
  const { address } = publication;
  // The newest of its section: put below another, it would have the page of its neighbour made anew.
  const newest = { sectionId: sectionIdOf("asia"), slug: "under-the-pier", publishedAt: new Date() };
  const id = await publish(newest, new Date());
  const said = { articleId: id, authorName: "Wren Alder", text: "Who pays for the oil?", postedAt: new Date() };
  await transaction(async (tx) => {
    // Of the queue, the first page is looked at.
    tx.update(comment).set({ status: "spam" }).where(eq(comment.status, "held")).run();
    tx.insert(comment)
      .values({ ...said, status: "held" })
      .run();
  });
  const path = "/asia/under-the-pier";
  await expect(async () => expect((await ask(address, path)).status).toBe(200)).toPass();
  const other = await renderingsOf(publication, ferry);
  const isShown = async () => (await ask(address, path)).text.includes("Who pays for the oil?");
  const isCounted = async () =>
    (await ask(address, "/asia")).text
      .split("<article")
      .some((card) => card.includes("under-the-pier") && card.includes("1 comment<"));
  expect([await isShown(), await isCounted()]).toEqual([false, false]);

  const { page } = await colleague("moderator", "Ada Park");
  await page.goto("/desk/comments");
  const card = page.getByRole("article", { name: "Wren Alder" });
  await untilAwake(card);
  await card.focus();
  await page.keyboard.press("a");
  await expect(page.getByRole("status")).toContainText("1 comment approved.");
  expect([await isShown(), await isCounted()]).toEqual([true, true]);
  await page.keyboard.press("u");
  await expect(page.getByRole("status")).toContainText("Taken back.");
  expect([await isShown(), await isCounted()]).toEqual([false, false]);
  expect(await renderingsOf(publication, ferry)).toBe(other);
});

test("a setting that is changed at the desk is on every page at the very next request", async ({
  publication: { address },
  colleague,
}) => {
  const pages = ["/", "/asia", ferry, "/topics/shipping", "/contributors/seo-yeon-ju", "/search?q=tide", "/nowhere"];
  for (const path of pages) await ask(address, path);
  const { page } = await colleague("administrator", "Mina Seo");
  await page.goto("/desk/settings");
  await page.getByLabel("Copyright line").fill("Every tide is ours.");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(page.getByText("Saved. Readers see it at their next page.")).toBeVisible();
  for (const path of pages) expect((await ask(address, path)).text, path).toContain("Every tide is ours.");
});

test("what another process changes shows within a second, and no other page is made anew", async ({ publication }) => {
  const { address } = publication;
  const lists = ["/", "/world", "/feed.xml"];
  for (const path of lists) await ask(address, path);
  const other = await renderingsOf(publication, ferry);
  await publish({ sectionId: sectionIdOf("world"), slug: "from-another-process" }, new Date());
  const began = Date.now();
  // When it was asked for, since a busy machine may then take its time to make the page.
  const firstShownWhenAsked = async (path: string) => {
    let at = 0;
    const shown = async () => {
      at = Date.now();
      return (await ask(address, path)).text;
    };
    await expect.poll(shown, { intervals: [50] }).toContain("from-another-process");
    return at - began;
  };
  for (const delay of await Promise.all([...lists, "/world/from-another-process"].map(firstShownWhenAsked))) {
    expect(delay).toBeLessThan(2_000);
  }
  expect(await renderingsOf(publication, ferry)).toBe(other);
});

test("an embargo lifts by itself at its second, on every page that shows it, also where the article was moved meanwhile", async ({
  publication: { address },
}) => {
  const lifts = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 5_000);
  const given = { sectionId: sectionIdOf("world"), slug: "sealed-until-noon", state: "scheduled" as const };
  const id = await publish({ ...given, publishedAt: lifts }, new Date());
  await ask(address, "/asia");
  const filing = { sectionId: sectionIdOf("asia"), slug: given.slug, topicIds: [] };
  expect((await moveArticle(theSoftware, id, filing, new Date())).ok).toBe(true);
  const path = "/asia/sealed-until-noon";
  const places = ["/", "/asia", "/feed.xml", path];
  const shows = async (at: string) => (await ask(address, at)).text.includes("sealed-until-noon</");
  const caching = async () => (await ask(address, "/asia")).headers["cache-control"];
  await expect.poll(caching).toMatch(/s-maxage=[0-5]\b.*must-revalidate/);
  let asked = 0;
  while (Date.now() < lifts.getTime() - 300) {
    const began = Date.now();
    const seen = await Promise.all(places.map(shows));
    if (Date.now() < lifts.getTime()) expect(seen).toEqual([false, false, false, false]);
    asked += 1;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 200 - (Date.now() - began))));
  }
  expect(asked).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, lifts.getTime() - Date.now() + 5));
  for (const at of places) expect(await shows(at), at).toBe(true);
});

test("a flood of held comments makes no page anew", async ({ publication }) => {
  const { address } = publication;
  await transaction(async (tx, changed) =>
    writeSettings(tx, changed, { commentPauseSeconds: 0, commentsPerHour: 0 }, new Date()),
  );
  await expect(async () => {
    const before = await renderingsOf(publication, ferry);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await renderingsOf(publication, ferry)).toBe(before);
  }).toPass();
  const kept = [ferry, "/asia/the-last-tide-clerk-of-incheon"];
  const before = await Promise.all(kept.map((path) => renderingsOf(publication, path)));
  const stamp = /name="stamp" value="([^"]+)"/.exec((await ask(address, ferry)).text)?.[1] ?? "";
  const flood = Array.from({ length: 60 }, (_, number) =>
    ask(address, ferry, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: address },
      body: new URLSearchParams({
        form: "reply",
        stamp,
        text: `Wave ${number} of the flood.`,
        name: "Flood",
        email: `flood-${number}@example.org`,
      }).toString(),
    }),
  );
  const taken = (await Promise.all(flood)).filter(({ status }) => status === 303);
  expect(taken.length).toBe(60);
  const waiting = read().select({ id: comment.id }).from(comment).where(eq(comment.authorName, "Flood")).all();
  expect(waiting.length).toBe(60);
  expect(await Promise.all(kept.map((path) => renderingsOf(publication, path)))).toEqual(before);
});
