/**
 * How much of the processor's time the desk's list of articles takes in a publication of N articles of 900 words:
 * `node bench/desk-list.ts 5000`. A wait says little on a machine that does other things too.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const articles = Number(process.argv[2] ?? 5_000);
const ROUNDS = 25;
const folder = mkdtempSync(join(tmpdir(), "national-update-desk-list-"));
process.env.DATA_DIR = folder;

const { fill } = await import("./fill.ts");
const { readingEngine, closeDatabase } = await import("#db/client");
const { countArticlesByState, listDeskArticles } = await import("#db/articles/desk-articles");

await fill(articles);
const now = new Date();

const lists: Record<string, () => Promise<unknown>> = {
  "the first page": () => listDeskArticles({}, 1, now),
  "the last page": () => listDeskArticles({}, Math.ceil(articles / 50), now),
  "what is published": () => listDeskArticles({ state: "published" }, 1, now),
  "what is a draft": () => listDeskArticles({ state: "draft" }, 1, now),
  "one section": () => listDeskArticles({ sectionId: 1 }, 1, now),
  "of one person": () => listDeskArticles({ createdBy: 1 }, 1, now),
  "a word that many have": () => listDeskArticles({ words: "harbour" }, 1, now),
  "the counts of the tabs": () => countArticlesByState({}, now),
};

for (const [name, list] of Object.entries(lists)) {
  await list();
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    await list();
    const { user, system } = process.cpuUsage(before);
    took.push((user + system) / 1000);
  }
  const median = took.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
  console.log(`${name.padEnd(24)} ${median.toFixed(1)} ms of processor time (median of ${ROUNDS})`);
}

const plan = readingEngine()
  .prepare(
    `explain query plan select article.id, revision.headline from article
     join revision on revision.id = article.working_revision_id
     where article.deleted_at is null order by revision.saved_at desc, article.id desc limit 50`,
  )
  .all() as { detail: string }[];
console.log(plan.map(({ detail }) => `  ${detail}`).join("\n"));
await closeDatabase();
rmSync(folder, { recursive: true, force: true });
