/**
 * How long a search takes in a publication of N articles: `node bench/search.ts 5000` (or 100000). The words follow
 * Zipf's law as those of a language do, so that some stand in nearly every text and most in few.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const articles = Number(process.argv[2] ?? 5_000);
const most = articles > 20_000 ? 100 : 30;
const folder = mkdtempSync(join(tmpdir(), "national-update-search-"));
process.env.DATA_DIR = folder;

const { closeDatabase, migrateDatabase, transaction } = await import("#db/client");
const { addSection, addTo, paragraph } = await import("#db/testing/publication");
const { parseSearchQuery } = await import("#core/search-query");
const { findPassage } = await import("#core/search-passage");
const { searchPublished } = await import("#db/search");
const { findSpelling } = await import("#db/search-spelling");
const { listCards } = await import("#db/published");

let seed = 42;
/** Numbers from 0 to 1, the same in every run (mulberry32). */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let bits = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
  return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
}

const syllables = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu an er in or ul st tr ch".split(" ");
const WORDS = 60_000;
const vocabulary = Array.from({ length: WORDS }, (_, rank) => {
  let word = "";
  for (let rest = rank + 900; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length];
  return word;
});
const harmonic = Math.log(WORDS) + 0.577;
/** Zipf: the word of rank r is drawn in proportion to 1/r. */
const drawn = () => vocabulary[Math.min(WORDS - 1, Math.floor(Math.exp(random() * harmonic)) - 1)] ?? "";
const words = (count: number) => Array.from({ length: count }, drawn).join(" ");

const now = new Date("2026-11-23T12:00:00Z");
migrateDatabase();
const sectionIds = [await addSection("asia"), await addSection("world"), await addSection("science")];
const began = performance.now();
for (let from = 0; from < articles; from += 500) {
  await transaction(async (tx, changed) => {
    for (let number = from; number < Math.min(articles, from + 500); number += 1) {
      const publishedAt = new Date(now.getTime() - ((number * 3_650) / articles) * 86_400_000);
      const content = { headline: words(9), standfirst: words(20), body: paragraph(words(500)) };
      addTo(
        tx,
        changed,
        { sectionId: sectionIds[number % 3] ?? 1, slug: `article-${number}`, publishedAt, content },
        now,
      );
    }
  });
}
console.log(
  `${articles} articles of 530 words written and indexed in ${Math.round((performance.now() - began) / 1000)} s`,
);

/** The whole work of a results page: parsing, finding, weighing, reading the cards and their passages. */
async function search(typed: string, filter = {}): Promise<number> {
  const start = performance.now();
  const query = parseSearchQuery(typed);
  const { ids, total } = await searchPublished(query, filter, { limit: 10, offset: 0 }, now);
  const cards = await listCards(ids, now);
  for (const card of cards) findPassage(card.standfirst, query.wanted);
  if (total === 0) await findSpelling(query, filter, now);
  return performance.now() - start;
}

const rank = (from: number, to: number) => vocabulary[Math.floor(from + random() * (to - from))] ?? "";
const kinds: Record<string, () => Promise<number>> = {
  "one rare word": () => search(rank(5_000, 50_000)),
  "one middling word": () => search(rank(200, 2_000)),
  "one of the 20 commonest words": () => search(rank(0, 20)),
  "three words": () => search(`${rank(0, 200)} ${rank(20, 500)} ${rank(0, 2_000)}`),
  "three of the commonest": () => search(`${rank(0, 20)} ${rank(0, 20)} ${rank(0, 20)}`),
  "a phrase": () => search(`"${rank(0, 50)} ${rank(0, 50)}"`),
  "a word without another": () => search(`${rank(0, 500)} -${rank(0, 50)}`),
  "a common word in one section": () => search(rank(0, 20), { sectionId: sectionIds[1] }),
  "the beginning of a word": () => search(`${rank(0, 200).slice(0, 3)}*`),
  "a typing mistake": () => search(rank(500, 5_000).replace(/(.)(.)(?=.$)/, "$2$1")),
};

const all: number[] = [];
const p = (times: number[], part: number) => times.toSorted((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? 0;
for (const [name, run] of Object.entries(kinds)) {
  const times: number[] = [];
  for (let repeat = 0; repeat < 60; repeat += 1) times.push(await run());
  all.push(...times);
  console.log(
    `${name.padEnd(32)} p50 ${p(times, 0.5).toFixed(1).padStart(7)} ms   p99 ${p(times, 0.99).toFixed(1).padStart(7)} ms`,
  );
}
const p99 = p(all, 0.99);
console.log(
  `all: p50 ${p(all, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms; promised ${most} ms (${(p99 / most).toFixed(2)} of it)`,
);
await closeDatabase();
rmSync(folder, { recursive: true, force: true });
process.exitCode = p99 <= most ? 0 : 1;
