import { request } from "node:http";
import { request as secureRequest } from "node:https";
import type { PageTag } from "#core/page-tags";
import { ChangedTags } from "#db/changed-tags";
import type { Log } from "./log.ts";
import { changeHeaders } from "./outside-caching.ts";

/** In milliseconds. */
const usualPace = {
  /** Changes of the same moment are told together. */
  together: 20,
  /**
   * A cache may have asked for a page just before the change and be given it just after the purge: what slipped through
   * goes with a second purge.
   */
  again: 1_500,
  /** When a purge that failed is tried again; twice as long after each further failure, up to `patience`. */
  retry: 1_000,
  patience: 30_000,
};
const LIMIT_MS = 3_000;
/** More than this many tags in one header, and some server on the way would refuse it. */
const MOST_TAGS = 100;

/** Tells caches in front of us to let go of pages that show what has changed. */
export class OutsideCaches {
  readonly #caches: readonly OutsideCache[];

  constructor(addresses: readonly string[], log: Log, pace: Partial<typeof usualPace> = {}) {
    this.#caches = addresses.map((address) => new OutsideCache(new URL(address), log, { ...usualPace, ...pace }));
  }

  purge(tags: readonly PageTag[]): void {
    for (const cache of this.#caches) cache.purge(tags);
  }

  /** Tells now what has not been told, or only once. Resolves when that is done, or cannot be done. */
  async flush(): Promise<void> {
    await Promise.all(this.#caches.map((cache) => cache.flush()));
  }
}

class OutsideCache {
  readonly #address: URL;
  readonly #log: Log;
  readonly #pace: typeof usualPace;
  /** Not told yet, or in vain. However long a cache is away, this grows no further than to what every page shows. */
  #waiting = new ChangedTags();
  #timer: NodeJS.Timeout | undefined;
  /** To be told a second time, by what will do so. */
  readonly #toldOnce = new Map<NodeJS.Timeout, PageTag[]>();
  #failures = 0;

  constructor(address: URL, log: Log, pace: typeof usualPace) {
    this.#address = address;
    this.#log = log;
    this.#pace = pace;
  }

  purge(tags: readonly PageTag[]): void {
    this.#waiting.add(tags);
    this.#timer ??= setTimeout(
      () => void this.#tell(),
      this.#failures === 0 ? this.#pace.together : this.#delay,
    ).unref();
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    for (const [timer, tags] of this.#toldOnce) {
      clearTimeout(timer);
      this.#waiting.add(tags);
    }
    await this.#send(this.#waiting.tags);
    clearTimeout(this.#timer);
  }

  get #delay(): number {
    const { retry, patience } = this.#pace;
    return Math.min(patience, retry * 2 ** (this.#failures - 1));
  }

  async #tell(): Promise<void> {
    this.#timer = undefined;
    const { tags } = this.#waiting;
    this.#waiting = new ChangedTags();
    const second = setTimeout(() => {
      this.#toldOnce.delete(second);
      void this.#send(tags);
    }, this.#pace.again).unref();
    this.#toldOnce.set(second, tags);
    if (await this.#send(tags)) return;
    clearTimeout(second);
    this.#toldOnce.delete(second);
  }

  /** Tells of all these. Where that fails, all wait for the next try, and the answer is false. */
  async #send(tags: PageTag[]): Promise<boolean> {
    const cache = this.#address.host;
    try {
      for (let at = 0; at < tags.length; at += MOST_TAGS) await this.#ask(tags.slice(at, at + MOST_TAGS));
      if (this.#failures > 0) this.#log.info({ cache }, "A cache outside can be purged again");
      this.#failures = 0;
      return true;
    } catch (error) {
      this.#failures += 1;
      const { code, message } = error as NodeJS.ErrnoException;
      this.#log.error(
        { cache, reason: code ?? message, againInMs: this.#delay },
        "A cache outside could not be purged",
      );
      this.purge(tags);
      return false;
    }
  }

  #ask(tags: PageTag[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const asked = (this.#address.protocol === "https:" ? secureRequest : request)(
        this.#address,
        // A connection of its own: one that is kept open may be closed by the cache just as it is used.
        { method: "PURGE", agent: false, timeout: LIMIT_MS, headers: changeHeaders(tags) },
        (response) => {
          response.resume();
          const { statusCode = 0 } = response;
          // 404 and 412: there was nothing to let go of.
          if (statusCode < 400 || statusCode === 404 || statusCode === 412) resolve();
          else reject(new Error(`answered ${statusCode}`));
        },
      );
      asked.on("timeout", () => asked.destroy(new Error("timeout")));
      asked.on("error", reject);
      asked.end();
    });
  }
}
