import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { networkOf } from "#core/networks";
import type { Log } from "./log.ts";
import type { ProxyTrust } from "./trusted-proxy.ts";

/** Places in the memory of who has read what today: 4 bytes each. Past that many readings a repeat may count again. */
const PLACES = 1 << 20;
/** Places in the memory of how many have read what from one network today. */
const PLACES_OF_NETWORKS = 1 << 18;
/** As many readers of an article are believed of one network in a day: an office has them, and a program may claim to be more. */
const READERS_OF_A_NETWORK = 100;
const WRITE_MS = 5_000;
/** Articles whose views are written at once, some 2 ms: readers have their turn before the next. */
const WRITTEN_AT_ONCE = 100;
const DAY_MS = 86_400_000;

/** Programs that say what they are. Those that say nothing do not count either. */
const isProgram = (agent: string | undefined): boolean =>
  agent === undefined ||
  agent.length < 20 ||
  /bot\b|bot[/;)_-]|crawl|spider|slurp|scrape|fetch|monitor|preview|validator|headless|lighthouse|curl|wget|python|java\/|libwww|go-http|node|axios|feed|rss|facebookexternalhit|whatsapp|telegram|archiv/i.test(
    agent,
  );

/** One mixing step of MurmurHash3: neighbouring numbers end up far apart. */
function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Somebody or something, as two numbers that mean nothing after today. */
type Hashed = { one: number; other: number };

function hashed(salt: Buffer, text: string): Hashed {
  const digest = createHash("sha256").update(salt).update(text).digest();
  return { one: digest.readUInt32LE(0), other: digest.readUInt32LE(4) };
}

/**
 * How often each came to each article: a place for each pair, with its mark and its count. The later of two that meet in
 * a place wins: never more memory, and hardly a miscount.
 */
class Tally {
  readonly #places: Uint32Array;

  constructor(places: number) {
    this.#places = new Uint32Array(places);
  }

  /** Counts once more, and tells how often it has been by now, up to 255 times. */
  add({ one, other }: Hashed, articleId: number): number {
    const place = mixed(one ^ mixed(articleId)) % this.#places.length;
    const mark = mixed(other + articleId) >>> 8;
    const known = this.#places[place] ?? 0;
    const count = known >>> 8 === mark ? Math.min(255, (known & 255) + 1) : 1;
    this.#places[place] = (mark << 8) | count;
    return count;
  }

  clear(): void {
    this.#places.fill(0);
  }
}

/** Who reads over a connection. */
type Visitor = {
  forwarded: string | undefined;
  agent: string | undefined;
  day: number;
  counts: boolean;
  reader: Hashed;
  network: Hashed;
};

const nobody: Hashed = { one: 0, other: 0 };

export type WriteViews = (views: ReadonlyMap<number, number>, now: Date) => Promise<void>;

/**
 * Counts who reads which article, without a cookie, a script or a stored address. That somebody has read an article
 * today is known by a hash of address and browser under a salt that is drawn anew each day (UTC), kept in memory only,
 * and never written anywhere: what is written is a number of views. Since a program can claim to be any browser, no
 * network counts as more readers of an article than an office might have.
 */
export class ViewCounter {
  readonly #trust: ProxyTrust;
  readonly #write: WriteViews;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #visitors = new WeakMap<Socket, Visitor>();
  readonly #readings = new Tally(PLACES);
  readonly #ofNetworks = new Tally(PLACES_OF_NETWORKS);
  #views = new Map<number, number>();
  #salt = randomBytes(32);
  #day = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing = Promise.resolve();

  constructor(trust: ProxyTrust, write: WriteViews, log: Log, now: () => number = Date.now) {
    this.#trust = trust;
    this.#write = write;
    this.#log = log;
    this.#now = now;
  }

  /** Takes note of a request that was answered with an article's page. */
  count(articleId: number, request: IncomingMessage): void {
    const { headers } = request;
    if (headers["sec-purpose"] !== undefined || headers.purpose !== undefined || headers["x-moz"] !== undefined) return;
    const now = this.#now();
    const day = Math.floor(now / DAY_MS);
    if (day !== this.#day) this.#beginDay(day);
    const visitor = this.#visitorOf(request);
    if (!visitor.counts || this.#readings.add(visitor.reader, articleId) > 1) return;
    if (this.#ofNetworks.add(visitor.network, articleId) > READERS_OF_A_NETWORK) return;
    this.#views.set(articleId, (this.#views.get(articleId) ?? 0) + 1);
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_MS).unref();
  }

  /** Writes what has been counted, after what is being written. Where that fails the views are kept for the next time. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#writeAll());
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    const views = [...this.#views];
    this.#views = new Map();
    for (let at = 0; at < views.length; at += WRITTEN_AT_ONCE) {
      await this.#writePart(new Map(views.slice(at, at + WRITTEN_AT_ONCE)));
    }
  }

  async #writePart(views: Map<number, number>): Promise<void> {
    try {
      await this.#write(views, new Date(this.#now()));
    } catch (error) {
      this.#log.error({ error }, "Views could not be written");
      for (const [id, count] of views) this.#views.set(id, (this.#views.get(id) ?? 0) + count);
    }
  }

  #beginDay(day: number): void {
    this.#day = day;
    this.#salt = randomBytes(32);
    this.#readings.clear();
    this.#ofNetworks.clear();
  }

  #visitorOf(request: IncomingMessage): Visitor {
    const forwarded = request.headers["x-forwarded-for"] as string | undefined;
    const agent = request.headers["user-agent"];
    const known = this.#visitors.get(request.socket);
    if (known && known.agent === agent && known.forwarded === forwarded && known.day === this.#day) return known;
    const counts = !isProgram(agent);
    const address = counts ? this.#trust.sender(request).address : "";
    const visitor = {
      forwarded,
      agent,
      day: this.#day,
      counts,
      reader: counts ? hashed(this.#salt, `${address}\n${agent}`) : nobody,
      network: counts ? hashed(this.#salt, networkOf(address)) : nobody,
    };
    this.#visitors.set(request.socket, visitor);
    return visitor;
  }
}
