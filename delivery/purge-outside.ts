import { Agent, request } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import type { PageTag } from "#core/page-tags";
import type { Log } from "./log.ts";
import { changeHeaders } from "./outside-caching.ts";

/** Changes of the same moment are told together. */
const TOGETHER_MS = 20;
/**
 * A cache may have asked for a page just before the change and be given it just after the purge: what slipped through
 * goes with a second purge.
 */
const AGAIN_MS = 1_500;
const LIMIT_MS = 3_000;
/** More than this many tags in one header, and some server on the way would refuse it. */
const MOST_TAGS = 100;

/** Tells caches in front of us to let go of pages that show what has changed. */
export class OutsideCaches {
  readonly #addresses: readonly URL[];
  readonly #log: Log;
  readonly #again: number;
  readonly #agents = { "http:": new Agent({ keepAlive: true }), "https:": new SecureAgent({ keepAlive: true }) };
  #waiting = new Set<PageTag>();
  #timer: NodeJS.Timeout | undefined;

  constructor(addresses: readonly string[], log: Log, again = AGAIN_MS) {
    this.#addresses = addresses.map((address) => new URL(address));
    this.#log = log;
    this.#again = again;
  }

  purge(tags: readonly PageTag[]): void {
    if (this.#addresses.length === 0) return;
    for (const tag of tags) this.#waiting.add(tag);
    this.#timer ??= setTimeout(() => this.#tell(), TOGETHER_MS).unref();
  }

  #tell(): void {
    this.#timer = undefined;
    const tags = [...this.#waiting];
    this.#waiting.clear();
    const send = () => {
      for (let at = 0; at < tags.length; at += MOST_TAGS) {
        for (const address of this.#addresses) this.#send(address, tags.slice(at, at + MOST_TAGS));
      }
    };
    send();
    setTimeout(send, this.#again).unref();
  }

  #send(address: URL, tags: PageTag[]): void {
    const secure = address.protocol === "https:";
    const failed = (reason: string) => {
      this.#log.error({ cache: address.host, reason }, "A cache outside could not be purged");
    };
    const asked = (secure ? secureRequest : request)(
      address,
      {
        method: "PURGE",
        agent: this.#agents[secure ? "https:" : "http:"],
        timeout: LIMIT_MS,
        headers: changeHeaders(tags),
      },
      (response) => {
        response.resume();
        const { statusCode = 0 } = response;
        // 404 and 412: there was nothing to let go of.
        if (statusCode >= 400 && statusCode !== 404 && statusCode !== 412) failed(`answered ${statusCode}`);
      },
    );
    asked.on("timeout", () => asked.destroy(new Error("timeout")));
    asked.on("error", (error) => failed((error as NodeJS.ErrnoException).code ?? error.message));
    asked.end();
  }
}
