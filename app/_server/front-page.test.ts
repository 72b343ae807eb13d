import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { findFrontPage } from "#app/_server/site-queries";
import { articleTag } from "#core/page-tags";
import { theSoftware } from "#db/log";
import { placeArticle } from "#db/placements";
import { addSection, publish } from "#db/testing/publication";
import { newPageContext, withPageContext } from "#delivery/page-context";

const now = new Date();
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const sections = [await addSection("asia", 0), await addSection("world", 1)];
const idsOf = async (sectionId: number, kind: string, from: number): Promise<number[]> => {
  const ids: number[] = [];
  for (let number = 0; number < 15; number += 1) {
    const publishedAt = minutesAgo(from + number);
    ids.push(await publish({ sectionId, slug: `${kind}-${number}`, publishedAt }, publishedAt));
  }
  return ids;
};
const asia = await idsOf(sections[0] ?? 0, "asia", 1);
const world = await idsOf(sections[1] ?? 0, "world", 100);
const placed = world[14] ?? 0;

async function frontPage() {
  const context = newPageContext();
  const { lead, secondary, bands } = await withPageContext(context, findFrontPage);
  const shown = [lead, ...secondary, ...bands.flatMap(({ articles }) => articles)].map((card) => card?.id);
  const named = (kind: string) => [...context.tags].filter((tag) => tag.startsWith(`${kind}:`)).length;
  return { shown, bands, named, tags: context.tags };
}

test("the front page names the stories it shows and no others: what takes their place comes with the newest", async () => {
  const before = await frontPage();
  assert.deepEqual(before.shown, [...asia.slice(0, 10), ...world.slice(0, 5)]);
  assert.deepEqual([before.named("article"), before.named("comments")], [15, 15]);
  for (const tag of ["latest", "navigation", "names", articleTag(world[4] ?? 0)] as const)
    assert.ok(before.tags.has(tag));
  assert.ok(!before.tags.has(articleTag(world[5] ?? 0)));

  await placeArticle(theSoftware, { articleId: placed, sectionId: null, until: null }, now);
  const after = await frontPage();
  assert.deepEqual(after.shown, [placed, ...asia.slice(0, 9), ...world.slice(0, 5)]);
  assert.deepEqual([after.named("article"), after.named("comments")], [15, 15]);
});
