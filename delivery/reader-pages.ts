import type { IncomingMessage } from "node:http";
import { TooManyWaiting } from "#core/few-at-once";
import { type KeptPage, type PageSender, sendKeptPage } from "./kept-page.ts";
import { type Log, pathOnly } from "./log.ts";
import { keepingUntil, type OutsideCaching } from "./outside-caching.ts";
import type { PageCache } from "./page-cache.ts";
import { sendElsewhere } from "./plain-answer.ts";
import { type Addresses, errorPage, notFoundPage, withdrawnPage, writingsOf } from "./produce-page.ts";
import { readerAddress } from "./reader-address.ts";
import { securityHeaders } from "./security-headers.ts";
import type { DeliveryResponse } from "./whole-answer.ts";

const plainPage = (title: string, words: string) =>
  Buffer.from(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${words}</p><p><a href="/">To the front page</a></p></html>\n`,
  );

/** Shown where the pages made for it cannot be rendered either; where too many wait already, none is tried. */
const lastResort = {
  404: plainPage("There is nothing here", "This address leads nowhere, or what was here is gone."),
  410: plainPage("This story was withdrawn", "It was published at this address, and the editors have taken it back."),
  500: plainPage("This page is out of order", "Something went wrong on our side. Please try again in a moment."),
  503: plainPage("Please try again in a moment", "More is asked of this site just now than it can answer at once."),
} as const;

const pageOf = { 404: notFoundPage, 410: withdrawnPage, 500: errorPage } as const;

/** For how long caches outside may remember that an address leads nowhere: what comes to be there has no tag yet. */
const nothing = { seconds: 5, whileRevalidating: 0 };
/** The same of a former address; at most as long as a page is kept, or two that were exchanged would lead to each other. */
const MOVED_SECONDS = 300;
/** After which a page that found its queue full may be asked for again. */
const CROWDED_SECONDS = 10;

export type ReaderPagesGiven = {
  pages: PageCache;
  sender: PageSender;
  log: Log;
  /** Called for each answered request for an article's page. */
  viewed: (articleId: number, request: IncomingMessage) => void;
  addresses: Pick<Addresses, "findRedirect" | "nextAppearance">;
  /** Whether an article may be shown from an old copy: one that was withdrawn may not. */
  maybeShown: (articleId: number, now: Date) => Promise<boolean>;
};

/** An address that leads to another one, and when something may come to be there by the clock alone, in milliseconds. */
type Moved = { status: 301 | 308; to: string; changesAt: number };

/** Headers, each name before its value, but for those of one name. */
const without = (name: string, headers: readonly string[]): string[] =>
  headers.filter((_, at) => headers[at - (at % 2)] !== name);

/** Answers GET and HEAD for what the public reads. */
export class ReaderPages {
  readonly #given: ReaderPagesGiven;
  readonly #nothing: PageSender;
  readonly #moved: OutsideCaching;
  readonly #unkept: PageSender;
  readonly #confidential: PageSender;

  constructor(given: ReaderPagesGiven) {
    this.#given = given;
    this.#nothing = { ...given.sender, caching: nothing };
    const { caching } = given.sender;
    this.#moved = caching === "none" ? caching : { ...nothing, seconds: Math.min(MOVED_SECONDS, caching.seconds) };
    this.#unkept = { ...given.sender, caching: "none" };
    // The address is a secret: no search engine lists it, and no other site it leads to may learn it. Not `no-referrer`:
    // with that, browsers say of the page's own forms that they come from nowhere.
    const security: PageSender["security"] = (...page) => [
      ...without("Referrer-Policy", given.sender.security(...page)),
      "Referrer-Policy",
      "same-origin",
      "X-Robots-Tag",
      "noindex",
    ];
    this.#confidential = { ...this.#unkept, security };
  }

  /** Answers from memory if the request names a kept page; this is the way of nearly all readers. */
  answerKept(request: IncomingMessage, response: DeliveryResponse, secure: boolean): boolean {
    const page = this.#given.pages.fresh(request.url as string);
    if (page === undefined) return false;
    this.#send(page, request, response, secure);
    return true;
  }

  async answer(request: IncomingMessage, response: DeliveryResponse, secure: boolean): Promise<void> {
    const target = request.url ?? "/";
    const address = readerAddress(target);
    const moved = await this.#formerAddress(address, target);
    if (moved) return this.#sendMoved(moved, request, response, secure);
    if (address.kind !== "page") return this.#sendInternal(404, request, response, secure);
    const { pages } = this.#given;
    const found = await (address.isKept ? pages.find(address.key) : pages.findUnkept(address.key));
    switch (found.kind) {
      case "page":
        if (!address.isKept) return sendKeptPage(this.#confidential, found.page, request, response, secure);
        return this.#send(found.page, request, response, secure);
      case "moved":
        if (found.permanent && address.isKept)
          return this.#sendMoved({ ...found, status: 301 }, request, response, secure);
        return sendElsewhere(request, response, { status: found.permanent ? 301 : 307, to: found.to, secure });
      case "absent":
        return this.#sendInternal(found.isWithdrawn ? 410 : 404, request, response, secure, address.isKept);
      case "failed":
        return this.#sendFailed(found, request, response, secure);
    }
  }

  /** Another writing of an address leads to the one we use, unless it was a former address as it stands ("/?p=2104"). */
  async #formerAddress(address: ReturnType<typeof readerAddress>, target: string): Promise<Moved | undefined> {
    const isFormer =
      address.kind === "moved" || (address.kind === "page" && target !== address.key && address.path === "/");
    if (!isFormer) return undefined;
    const writings = address.kind === "moved" ? [target, ...writingsOf(address.path)] : [target];
    const { findRedirect, nextAppearance } = this.#given.addresses;
    const now = new Date();
    const to = await findRedirect(writings, now);
    const isFound = to !== undefined && to !== target;
    if (!isFound && address.kind !== "moved") return undefined;
    const changesAt = (await nextAppearance(now))?.getTime() ?? Number.POSITIVE_INFINITY;
    if (isFound) return { status: 301, to, changesAt };
    return address.kind === "moved" ? { status: 308, to: address.to, changesAt } : undefined;
  }

  #sendMoved({ status, to, changesAt }: Moved, request: IncomingMessage, response: DeliveryResponse, secure: boolean) {
    const { cacheControl } = keepingUntil(this.#moved, changesAt, Date.now());
    sendElsewhere(request, response, { status, to, secure, cacheControl });
  }

  #send(page: KeptPage, request: IncomingMessage, response: DeliveryResponse, secure: boolean): void {
    sendKeptPage(this.#given.sender, page, request, response, secure);
    // A page fetched beforehand tells when it is read, by asking for its headers with this one.
    const isRead = request.method === "GET" || request.headers["x-viewed"] !== undefined;
    if (page.articleId !== undefined && isRead) this.#given.viewed(page.articleId, request);
  }

  async #sendFailed(
    { error, lastGood }: { error: unknown; lastGood: KeptPage | undefined },
    request: IncomingMessage,
    response: DeliveryResponse,
    secure: boolean,
  ): Promise<void> {
    const path = pathOnly(request.url);
    const isCrowded = error instanceof TooManyWaiting;
    if (lastGood && (await this.#mayBeShown(lastGood))) {
      if (!isCrowded)
        this.#given.log.error({ error, path }, "A page could not be rendered; its last good copy was served");
      return sendKeptPage(this.#unkept, { ...lastGood, ready: new Map() }, request, response, secure);
    }
    if (isCrowded)
      return this.#sendLastResort(503, request, response, secure, ["Retry-After", String(CROWDED_SECONDS)]);
    this.#given.log.error({ error, path }, "A page could not be rendered");
    await this.#sendInternal(500, request, response, secure);
  }

  /** A copy of what was withdrawn since is worse than none. Where the database cannot tell, nothing was withdrawn. */
  async #mayBeShown({ articleId }: KeptPage): Promise<boolean> {
    return articleId === undefined || (await this.#given.maybeShown(articleId, new Date()).catch(() => true));
  }

  async #sendInternal(
    status: 404 | 410 | 500,
    request: IncomingMessage,
    response: DeliveryResponse,
    secure: boolean,
    isKept = status !== 500,
  ) {
    const found = await this.#given.pages.find(pageOf[status]);
    const page = found.kind === "page" ? found.page : found.kind === "failed" ? found.lastGood : undefined;
    if (page) {
      // A copy of its own for what nobody keeps: the answers made ready with the page say how long it may be kept.
      if (!isKept) return sendKeptPage(this.#unkept, { ...page, ready: new Map() }, request, response, secure, status);
      return sendKeptPage(this.#nothing, page, request, response, secure, status);
    }
    this.#sendLastResort(status, request, response, secure);
  }

  #sendLastResort(
    status: keyof typeof lastResort,
    request: IncomingMessage,
    response: DeliveryResponse,
    secure: boolean,
    headers: readonly string[] = [],
  ): void {
    const head = ["Content-Type", "text/html; charset=utf-8", "Content-Length", String(lastResort[status].length)];
    response.writeHead(status, [
      ...head,
      "Cache-Control",
      "no-store",
      ...securityHeaders("reader", secure),
      ...headers,
    ]);
    response.end(request.method === "HEAD" ? undefined : lastResort[status]);
  }
}
