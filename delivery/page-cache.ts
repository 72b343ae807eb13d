import { LRUCache } from "lru-cache";
import { type PageTag, trendingTag } from "#core/page-tags";
import { compose, piecesOf } from "./composed-page.ts";
import { isTrue, isTrueItself, type KeptPage, keptPage, showsOutranked } from "./kept-page.ts";
import { newPageContext, type PageContext } from "./page-context.ts";

/** What a page turned out to be, once rendered. */
export type Produced =
  | {
      kind: "page";
      type: string;
      /** The content, in pieces where a part comes between. */
      pieces: Buffer[];
      /** The keys of the parts that come between them. */
      parts?: string[];
      articleId?: number | undefined;
      styles?: string | undefined;
    }
  /** `isWithdrawn` where readers could see something here once. */
  | { kind: "absent"; isWithdrawn: boolean }
  | { kind: "moved"; to: string; permanent: boolean };

/** `changesAt` is when something may come to be there by the clock alone, in milliseconds. */
export type Found =
  | { kind: "page"; page: KeptPage }
  /** `isWithdrawn` where readers could see something here once. */
  | { kind: "absent"; isWithdrawn: boolean; changesAt: number }
  | { kind: "moved"; to: string; permanent: boolean; changesAt: number }
  /** The page could not be rendered; `lastGood` is what it was before, where it is still known. */
  | { kind: "failed"; error: unknown; lastGood: KeptPage | undefined };

/** Renders the page of a key and finishes it for readers. Throws where that fails. */
export type Produce = (key: string, context: PageContext) => Promise<Produced>;

export type Report = (error: unknown, key: string) => void;

/** A rendering under way, with what has changed since it began. */
type Flight = { result: Promise<Landed>; changes: { number: number; tags: PageTag[] }[] };
/** `staleFrom` numbers the first change that the result may not know of. */
type Landed = { found: Found; staleFrom: number };
type Nothing = Extract<Found, { kind: "absent" | "moved" }>;

/** Of the memory for pages, the part for those with parameters: anyone can think up more of these. */
const VARIANTS = 0.25;
/** Addresses that lead nowhere, remembered in a place of their own so that a flood of them costs no page its place. */
const MOST_ABSENT = 2_000;
/** No request can ask for these: the parts that stand on many pages, and pages that tell what is not there. */
export const INTERNAL = " ";
const MOST_INTERNAL = 500;
/** For the sake of a ranking alone, one page each 10 ms is put together anew: a tenth of one core, not all of it. */
const RENEWAL_MS = 10;
/** That many one after the other where there were none for a while: they hold nobody for long. */
const RENEWALS_AT_ONCE = 10;
/** What a page takes beside its bytes: its tags, headers and places in the indexes. */
const OVERHEAD = 3_000;

/**
 * The finished pages of this process. A page is rendered once however many ask for it at the same time, and nobody who
 * asks after a change is given what was rendered before it. Parts that stand on many pages are pages of their own here: a
 * change of one renders it once, and the pages that show it are only put together anew.
 */
export class PageCache {
  readonly #produce: Produce;
  readonly #report: Report;
  readonly #now: () => number;
  readonly #pages: LRUCache<string, KeptPage>;
  readonly #variants: LRUCache<string, KeptPage>;
  readonly #internal: LRUCache<string, KeptPage>;
  readonly #nothing = new LRUCache<string, Nothing>({ max: MOST_ABSENT });
  readonly #shownOn = new Map<PageTag, Set<KeptPage>>();
  readonly #flights = new Map<string, Flight>();
  /** How many changes there have been. */
  #changes = 0;
  /** Parts that the last ranking left behind and pages may still show. */
  #outranked: KeptPage[] = [];
  /** How many pages could be renewed for a ranking at which moment. */
  #renewals = { left: RENEWALS_AT_ONCE, at: 0 };

  /** `report` is told of parts that could not be rendered; the pages they stand on are shown without them. */
  constructor(produce: Produce, report: Report, maxBytes: number, now: () => number = Date.now) {
    this.#produce = produce;
    this.#report = report;
    this.#now = now;
    const store = (share: number) =>
      new LRUCache<string, KeptPage>({
        maxSize: Math.max(1, Math.floor(maxBytes * share)),
        sizeCalculation: (page) => page.body.size + OVERHEAD,
        dispose: (page) => this.#unindex(page),
      });
    this.#pages = store(1 - VARIANTS);
    this.#variants = store(VARIANTS);
    this.#internal = new LRUCache({
      max: MOST_INTERNAL,
      dispose: (page, _, reason) => {
        // No change would find it any more, and pages may still show it.
        if (reason === "evict") page.fresh = false;
        this.#unindex(page);
      },
    });
  }

  /** The page of a key, if it is kept and nothing it shows has changed. */
  fresh(key: string): KeptPage | undefined {
    const page = this.#pages.get(key) ?? this.#storeOf(key).get(key);
    const now = this.#now();
    if (!page || !isTrue(page, now)) return undefined;
    return showsOutranked(page) && this.#hasTimeToRenew(now) ? undefined : page;
  }

  #hasTimeToRenew(now: number): boolean {
    const { left, at } = this.#renewals;
    this.#renewals = { left: Math.min(RENEWALS_AT_ONCE, left + (now - at) / RENEWAL_MS), at: now };
    return this.#renewals.left >= 1;
  }

  /** The page of a key, rendered if need be. */
  async find(key: string): Promise<Found> {
    for (;;) {
      const page = this.fresh(key);
      if (page) return { kind: "page", page };
      const nothing = this.#nothing.get(key);
      if (nothing && nothing.changesAt > this.#now()) return nothing;
      const askedAt = this.#changes;
      const flight = this.#flights.get(key) ?? this.#begin(key);
      const { found, staleFrom } = await flight.result;
      if (staleFrom > askedAt) return found;
    }
  }

  /** The page of a key that is meant for one reader only: rendered for this request and kept nowhere. */
  async findUnkept(key: string): Promise<Found> {
    const context = newPageContext();
    try {
      const produced = await this.#produce(key, context);
      if (produced.kind !== "page") return { ...produced, changesAt: context.changesAt };
      const composed = await this.compose(produced.pieces, produced.parts);
      const { changesAt } = context;
      return { kind: "page", page: keptPage(key, { ...produced, ...composed, tags: new Set(), changesAt }) };
    } catch (error) {
      return { kind: "failed", error, lastGood: undefined };
    }
  }

  /** The content of a page from its pieces and the parts of those keys, which are rendered if need be. */
  async compose(pieces: readonly Buffer[], keys: readonly string[] = []) {
    return compose(pieces, await this.#parts(keys));
  }

  #parts(keys: readonly string[]) {
    return Promise.all(keys.map(async (key) => ({ key, page: await this.#part(key) })));
  }

  /** A part, true when it is asked for. Where it cannot be rendered, its last good copy has to do, or nothing. */
  async #part(key: string): Promise<KeptPage> {
    const found = await this.find(key);
    if (found.kind === "page") return found.page;
    this.#report(found.kind === "failed" ? found.error : new Error("There is no such part."), key);
    const lastGood = found.kind === "failed" ? found.lastGood : undefined;
    const nothing = { type: "text/html", content: Buffer.alloc(0), tags: new Set<PageTag>(), changesAt: 0 };
    return lastGood ?? keptPage(key, nothing);
  }

  /** Lets go of every page that shows one of these. What was kept remains as the last good copy. */
  forget(tags: PageTag[]): void {
    this.#changes += 1;
    for (const flight of this.#flights.values()) flight.changes.push({ number: this.#changes, tags });
    this.#nothing.clear();
    for (const part of this.#outranked) if (tags.some((tag) => part.tags.has(tag))) part.fresh = false;
    for (const tag of tags) {
      const pages = this.#shownOn.get(tag) ?? [];
      if (tag === trendingTag) this.#outrank([...pages]);
      else for (const page of pages) page.fresh = false;
      this.#shownOn.delete(tag);
    }
  }

  /** What pages show of the ranking before last has no time left: it is stale through the tag that all of them have. */
  #outrank(pages: KeptPage[]): void {
    for (const page of pages) page.outranked = true;
    this.#outranked = pages;
  }

  /** Takes note that a page needs more or less memory than before. */
  resized(page: KeptPage): void {
    const store = this.#storeOf(page.key);
    if (store.peek(page.key) !== page) return;
    // The store weighs what it is given once, and the same thing again not at all.
    store.delete(page.key);
    this.#keep(page);
  }

  /** How many pages are kept, how many bytes they take, and how many addresses are known to lead nowhere. */
  get extent(): { pages: number; bytes: number; nothing: number } {
    const { size, calculatedSize } = this.#pages;
    return {
      pages: size + this.#variants.size,
      bytes: calculatedSize + this.#variants.calculatedSize,
      nothing: this.#nothing.size,
    };
  }

  #storeOf(key: string) {
    if (key.startsWith(INTERNAL)) return this.#internal;
    return key.includes("?") ? this.#variants : this.#pages;
  }

  #begin(key: string): Flight {
    const changes: Flight["changes"] = [];
    const flight: Flight = { changes, result: this.#render(key, changes).finally(() => this.#flights.delete(key)) };
    this.#flights.set(key, flight);
    return flight;
  }

  async #render(key: string, changes: Flight["changes"]): Promise<Landed> {
    const kept = this.#storeOf(key).peek(key);
    if (kept && isTrueItself(kept, this.#now())) return this.#land(await this.#withPartsAnew(kept), changes);
    const context = newPageContext();
    try {
      const produced = await this.#produce(key, context);
      if (produced.kind !== "page")
        return this.#landNowhere(key, { ...produced, changesAt: context.changesAt }, changes);
      const composed = await this.compose(produced.pieces, produced.parts);
      const { tags, changesAt } = context;
      return this.#land(keptPage(key, { ...produced, ...composed, tags, changesAt }), changes);
    } catch (error) {
      const lastGood = this.#storeOf(key).peek(key);
      return { found: { kind: "failed", error, lastGood }, staleFrom: Number.POSITIVE_INFINITY };
    }
  }

  async #withPartsAnew(page: KeptPage): Promise<KeptPage> {
    this.#renewals.left = Math.max(0, this.#renewals.left - 1);
    const parts = await this.#parts(page.shown.map(({ key }) => key));
    if (page.shown.every((shown, at) => shown.page.body.hash === parts[at]?.page.body.hash)) {
      // Rendered anew, the parts say the same: a ranking may change below what is shown of it.
      page.shown = page.shown.map((shown, at) => ({ ...shown, ...parts[at] }));
      page.ready.clear();
      return page;
    }
    return keptPage(page.key, { ...page, ...compose(piecesOf(page.body.content(), page.shown), parts) });
  }

  /** Keeps a page if nothing that it shows has changed while it was made. */
  #land(page: KeptPage, changes: Flight["changes"]): Landed {
    const gone = page.shown.flatMap(({ page: part }) => (part.fresh ? [] : [...part.tags]));
    const isShown = (tag: PageTag) => page.tags.has(tag) || gone.includes(tag);
    const staleFrom = changes.find(({ tags }) => tags.some(isShown))?.number;
    page.fresh = staleFrom === undefined;
    if (page.fresh) this.#keep(page);
    return { found: { kind: "page", page }, staleFrom: staleFrom ?? Number.POSITIVE_INFINITY };
  }

  #landNowhere(key: string, found: Nothing, changes: Flight["changes"]): Landed {
    // Which change would make something of nothing cannot be known, so any change may.
    const staleFrom = changes[0]?.number ?? Number.POSITIVE_INFINITY;
    if (staleFrom === Number.POSITIVE_INFINITY) this.#nothing.set(key, found);
    return { found, staleFrom };
  }

  #keep(page: KeptPage): void {
    this.#storeOf(page.key).set(page.key, page);
    for (const tag of page.tags) {
      const pages = this.#shownOn.get(tag);
      if (pages) pages.add(page);
      else this.#shownOn.set(tag, new Set([page]));
    }
  }

  #unindex(page: KeptPage): void {
    for (const tag of page.tags) {
      const pages = this.#shownOn.get(tag);
      pages?.delete(page);
      if (pages?.size === 0) this.#shownOn.delete(tag);
    }
  }
}
