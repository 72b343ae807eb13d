import { row, times } from "./figures.ts";
import { articleAddress } from "./fill.ts";
import { ask, cpuOf, type Server } from "./servers.ts";

/** The addresses of so many articles, from one on. */
export const articles = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => articleAddress(from + at));

/** Full pages of sections, each of another stretch: it begins after one of the hundred newest articles. */
const sectionPages = Array.from({ length: 100 }, (_, number) => {
  const section = articleAddress(number).split("/")[1];
  return `/${section}?page=2&after=${number + 1}`;
});

/** Asks for pages one after the other. Throws where one is not there. */
export async function askEach(base: string, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const { status } = await ask(base + address);
    if (status !== 200) throw new Error(`${address} answered ${status}.`);
  }
}

/** CPU time of the first rendering of pages nobody has asked for, in ms a page. The first ones warm the engine up. */
export async function renderingCpu(server: Server, addresses: readonly string[], warmUp: number): Promise<number> {
  const base = new URL(server.url).origin;
  await askEach(base, addresses.slice(0, warmUp));
  const before = cpuOf(server.pid);
  await askEach(base, addresses.slice(warmUp));
  return (cpuOf(server.pid) - before) / (addresses.length - warmUp);
}

export type Renderings = { article: number; section: number };

/** What first renderings take soon after the start, of articles from one on and of section pages. */
export async function renderingsAfterStart(server: Server, from: number): Promise<Renderings> {
  const article = await renderingCpu(server, articles(from, 180), 90);
  return { article, section: await renderingCpu(server, sectionPages, 30) };
}

/** `least` is what the framework alone takes for a page with next to nothing on it. */
export async function firstRenderings(
  server: Server,
  { few, many, least }: { few: Renderings; many: Renderings; least: number },
): Promise<void> {
  console.log("First renderings");
  // The other order of comments makes pages that nobody has asked for yet; by now the engine has compiled what it will.
  const unasked = articles(0, 300).map((address) => `${address}?order=newest`);
  const article = await renderingCpu(server, unasked, 100);
  row(
    "CPU of an article's first rendering",
    "≤ 8 ms",
    `${article.toFixed(1)} ms (a page of a few sentences, through Next alone and often: ${least.toFixed(1)} ms)`,
    article <= 8,
  );
  row(
    "CPU of an article, 5,000 ÷ 200 articles",
    "≤ 1.2 ×",
    `${times(many.article, few.article)} (${many.article.toFixed(1)} ms, soon after the start)`,
    many.article <= 1.2 * few.article,
  );
  row(
    "CPU of a section page, 5,000 ÷ 200 articles",
    "≤ 1.2 ×",
    `${times(many.section, few.section)} (${many.section.toFixed(1)} ms)`,
    many.section <= 1.2 * few.section,
  );
}
