import { inArray } from "drizzle-orm";
import { read, transaction } from "#db/client";
import { articleHeat, articleViews } from "#db/schema";
import { publish } from "#db/testing/publication";
import { refreshTrending } from "#db/trending";
import { writeViews } from "#db/views";
import { expect, test } from "./fixtures.ts";
import { ask } from "./over-the-wire.ts";
import { sectionIdOf } from "./sections.ts";

const TWO_DAYS_MS = 48 * 3_600_000;
const browser = (number: number) => `Mozilla/5.0 (X11; Linux x86_64; rv:${100 + number}.0) Gecko/20100101 Firefox`;

/** The slugs that a page names under Trending, in that order. */
async function trendingOn(address: string, path: string): Promise<string[]> {
  const { text } = await ask(address, path);
  const [, list = ""] = /<h2[^>]*id="trending"[^>]*>[\s\S]*?<ol[^>]*>([\s\S]*?)<\/ol>/.exec(text) ?? [];
  return [...list.matchAll(/href="\/world\/([^"]+)"/g)].map(([, slug = ""]) => slug);
}

test("Trending is what is read now: it follows each reader once, and forgets what was read the day before yesterday", async ({
  publication: { address },
}) => {
  test.setTimeout(60_000);
  const sectionId = sectionIdOf("world");
  const now = new Date();
  const [hit = 0, risen = 0, quiet = 0] = await Promise.all(
    ["was-a-hit", "is-read-now", "is-hardly-read"].map((slug) => publish({ sectionId, slug }, now)),
  );
  await transaction(async (tx) => void tx.delete(articleHeat).run());
  // Sixteen times as many, two days ago, are worth as much as these now: four.
  await writeViews(new Map([[hit, 64]]), new Date(now.getTime() - TWO_DAYS_MS));

  const viewsSoFar = () => {
    const rows = read()
      .select()
      .from(articleViews)
      .where(inArray(articleViews.articleId, [risen, quiet]))
      .all();
    // One for each day, and it may be midnight.
    const viewsOf = (id: number) => rows.filter(({ articleId }) => articleId === id).map(({ views }) => views);
    return [risen, quiet].map((id) => viewsOf(id).reduce((sum, views) => sum + views, 0));
  };
  /** Waits until what was counted is written, and ranks: the server does so every three minutes. */
  const rankedAfter = async (views: number[]) => {
    await expect.poll(viewsSoFar, { timeout: 15_000 }).toEqual(views);
    await refreshTrending(new Date());
  };
  const readers = async (slug: string, numbers: number[], headers: Record<string, string> = {}, method = "GET") => {
    for (const number of numbers) {
      const asked = { method, headers: { "user-agent": browser(number), ...headers } };
      expect((await ask(address, `/world/${slug}`, asked)).status).toBe(200);
    }
  };

  await readers("is-read-now", [1, 2, 3]);
  // Somebody who comes again and again, whoever is a program, and pages fetched ahead: one reader, and nobody.
  await readers("is-hardly-read", Array(30).fill(1));
  await readers("is-hardly-read", [2, 3, 4, 5, 6], {
    "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://x)",
  });
  await readers("is-hardly-read", [2, 3, 4, 5, 6], { "sec-purpose": "prefetch;prerender" });
  await readers("is-hardly-read", [2, 3, 4, 5, 6], {}, "HEAD");
  await rankedAfter([3, 1]);
  const pages = ["/", "/world", "/world/is-hardly-read"];
  for (const path of pages) {
    await expect
      .poll(() => trendingOn(address, path), path)
      .toEqual(expect.arrayContaining(["was-a-hit", "is-read-now", "is-hardly-read"]));
    expect((await trendingOn(address, path)).slice(0, 3)).toEqual(["was-a-hit", "is-read-now", "is-hardly-read"]);
  }

  // Two more come, to a page that is kept, one of them to a page fetched ahead that tells when it is read.
  await readers("is-read-now", [4]);
  await readers("is-read-now", [5], { "x-viewed": "1" }, "HEAD");
  await rankedAfter([5, 1]);
  for (const path of pages) {
    await expect
      .poll(async () => (await trendingOn(address, path)).slice(0, 3), path)
      .toEqual(["is-read-now", "was-a-hit", "is-hardly-read"]);
  }
});
