import { type BrowserContextOptions, test as base, expect, type Page } from "playwright/test";
import { openPublication, type Publication } from "./publication.ts";
import { Surprises } from "./surprises.ts";

type ForEachWorker = {
  /**
   * The worker's own publication. Functions of `#db` called from a journey work on its database: what they change
   * shows within a second.
   */
  publication: Publication;
};

type ForEachJourney = {
  /** Fails the journey at its end if the browser met anything that nobody expected. */
  surprises: Surprises;
  /** Another reader with a browser of their own: without scripts, in the dark, on a narrow screen … */
  reader: (options?: BrowserContextOptions) => Promise<Page>;
};

export const test = base.extend<ForEachJourney, ForEachWorker>({
  publication: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures are needed
    async ({}, use, { workerIndex }) => {
      const publication = await openPublication(`worker-${workerIndex}`);
      process.env.DATA_DIR = publication.dataFolder;
      await use(publication);
      await (await import("#db/client")).closeDatabase();
      await publication.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: async ({ publication }, use) => use(publication.address),
  surprises: [
    async ({ publication, context, javaScriptEnabled }, use) => {
      const surprises = new Surprises(publication.address);
      surprises.watch(context, { scripts: javaScriptEnabled !== false });
      await use(surprises);
      expect(surprises.unexpected).toEqual([]);
    },
    { auto: true },
  ],
  reader: async ({ browser, baseURL, surprises }, use) => {
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL, locale: "en-GB", timezoneId: "Asia/Seoul", ...options });
      surprises.watch(context, { scripts: options?.javaScriptEnabled !== false });
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
