import type { IncomingMessage } from "node:http";
import type { PageTag } from "#core/page-tags";
import { acceptedEncoding, type Encoding } from "./accepted-encoding.ts";
import { EncodedBody } from "./encoded-body.ts";
import { isKnownAlready } from "./known-already.ts";
import { keepingUntil, type OutsideCaching, tagsForCaches } from "./outside-caching.ts";
import { securityHeaders } from "./security-headers.ts";
import { type DeliveryResponse, WholeAnswer } from "./whole-answer.ts";

/** A finished page in memory. */
export type KeptPage = {
  key: string;
  type: string;
  body: EncodedBody;
  /** The source by which the policy allows the styles that the page carries. */
  styles: string | undefined;
  /** What it shows beside its parts. */
  tags: ReadonlySet<PageTag>;
  /** When the page, its parts aside, changes by the clock alone, in milliseconds. */
  changesAt: number;
  /** The parts in it that stand on other pages too. */
  shown: readonly ShownPart[];
  /** False once something it shows has changed: then it is the last good copy and no more. */
  fresh: boolean;
  /** True once the ranking it shows has another order: nothing in it is wrong, and pages that show it have some time. */
  outranked: boolean;
  /** The article whose own page this is. */
  articleId: number | undefined;
  /** Ready answers by encoding and transport, made at their first use. */
  ready: Map<string, Sendable>;
};

/** A part as it stands in a page: from where to where in the content, in bytes, and as what it was rendered. */
export type ShownPart = { key: string; from: number; to: number; page: KeptPage };

/** An answer with nothing left to do but to write it, up to the moment (ms) from which caches must be told something else. */
type Sendable = {
  headers: string[];
  unchanged: string[];
  bytes: Buffer;
  /** Absent where the headers hold for one answer only. */
  whole: WholeAnswer | undefined;
  until: number;
};

export type NewPage = {
  type: string;
  content: Buffer;
  tags: ReadonlySet<PageTag>;
  changesAt: number;
  shown?: readonly ShownPart[];
  articleId?: number | undefined;
  styles?: string | undefined;
};

export function keptPage(
  key: string,
  { type, content, articleId, styles, tags, changesAt, shown = [] }: NewPage,
): KeptPage {
  const body = new EncodedBody(content, type);
  return {
    key,
    type,
    body,
    styles,
    tags,
    changesAt,
    shown,
    fresh: true,
    outranked: false,
    articleId,
    ready: new Map(),
  };
}

/** Whether nothing that the page shows, its parts aside, has changed by a deed or by the clock. An older ranking is true. */
const holds = (page: KeptPage, now: number): boolean => page.fresh && page.changesAt > now;

/** Whether the page, its parts aside, is what it would be if it were rendered now. */
export const isTrueItself = (page: KeptPage, now: number): boolean => holds(page, now) && !page.outranked;

/** Whether that is so and each part in it holds. */
export const isTrue = (page: KeptPage, now: number): boolean =>
  isTrueItself(page, now) && page.shown.every(({ page: part }) => holds(part, now));

export const showsOutranked = ({ shown }: KeptPage): boolean => shown.some(({ page }) => page.outranked);

/** How long caches between us and the reader may keep a page that shows what was outranked. */
const OUTRANKED_MS = 60_000;

const nextChangeOf = (page: KeptPage, now: number): number =>
  page.shown.reduce(
    (soonest, { page: part }) => Math.min(soonest, part.changesAt, part.outranked ? now + OUTRANKED_MS : soonest),
    page.changesAt,
  );

const tagsOf = ({ tags, shown }: KeptPage): Set<PageTag> =>
  new Set([...tags, ...shown.flatMap(({ page }) => [...page.tags])]);

const isHtml = (type: string) => type.startsWith("text/html");
const isXml = (type: string) => /\bxml\b/.test(type);

function makeReady(page: KeptPage, encoding: Encoding, secure: boolean, sender: PageSender): Sendable {
  const bytes = page.body.bytes(encoding);
  const now = Date.now();
  const { cacheControl, until } = keepingUntil(sender.caching, nextChangeOf(page, now), now);
  const tags = tagsOf(page);
  const validators = ["ETag", page.body.etag(encoding), "Cache-Control", cacheControl, "Vary", "Accept-Encoding"];
  if (tags.size > 0 && sender.caching !== "none") validators.push("Cache-Tag", tagsForCaches(tags));
  const security = isHtml(page.type)
    ? sender.security(secure, page.styles)
    : securityHeaders(isXml(page.type) ? "feed" : "shared-file", secure);
  const headers = ["Content-Type", page.type, "Content-Length", String(bytes.length), ...validators, ...security];
  if (encoding !== "identity") headers.push("Content-Encoding", encoding);
  if (isHtml(page.type)) headers.push(...sender.extra);
  const isForOne = sender.caching === "none" || showsOutranked(page);
  const whole = isForOne ? undefined : new WholeAnswer(headers, bytes);
  if (whole) page.body.moved(encoding, whole.body);
  return { headers, unchanged: [...validators, ...security], bytes: whole?.body ?? bytes, whole, until };
}

export type PageSender = {
  caching: OutsideCaching;
  /** The security headers of HTML pages. */
  security: (secure: boolean, styles: string | undefined) => readonly string[];
  /** Headers for HTML pages only, such as where the speculation rules are. */
  extra: readonly string[];
  /** Called when the page takes more or less memory than before. */
  resized: (page: KeptPage) => void;
  /** Called where a page that is asked for often could not be made smaller. */
  unpolished: (error: unknown, page: KeptPage) => void;
};

async function polish(sender: PageSender, page: KeptPage): Promise<void> {
  try {
    await page.body.polish();
    page.ready.clear();
    sender.resized(page);
  } catch (error) {
    sender.unpolished(error, page);
  }
}

const readyNames = { br: "br secure", gzip: "gzip secure", identity: "identity secure" } as const;

function readyAnswer(sender: PageSender, page: KeptPage, encoding: Encoding, secure: boolean): Sendable {
  const name = secure ? readyNames[encoding] : encoding;
  const known = page.ready.get(name);
  // A page that shows what was outranked says so to caches from the moment of each answer.
  if (known && !showsOutranked(page) && (known.until === Number.POSITIVE_INFINITY || known.until > Date.now()))
    return known;
  const ready = makeReady(page, encoding, secure, sender);
  page.ready.set(name, ready);
  if (known === undefined) sender.resized(page);
  return ready;
}

/** Answers a GET or HEAD with a kept page. This is the way of nearly every request, so it does nothing twice. */
export function sendKeptPage(
  sender: PageSender,
  page: KeptPage,
  request: IncomingMessage,
  response: DeliveryResponse,
  secure: boolean,
  status = 200,
): void {
  const encoding = page.body.encodingFor(acceptedEncoding(request.headers["accept-encoding"] as string | undefined));
  const ready = readyAnswer(sender, page, encoding, secure);
  if (page.body.asked()) void polish(sender, page);
  if (status === 200 && isKnownAlready(request, page.body.hash)) response.writeHead(304, ready.unchanged).end();
  else if (ready.whole && status === 200 && request.method === "GET" && response.takesWhole)
    response.endWith(ready.whole);
  else response.writeHead(status, ready.headers).end(request.method === "HEAD" ? undefined : ready.bytes);
}
