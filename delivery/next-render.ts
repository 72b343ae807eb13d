import { IncomingMessage, type OutgoingHttpHeader, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { fewAtOnce } from "#core/few-at-once";
import { type PageContext, withPageContext } from "./page-context.ts";
import type { Render, Rendered } from "./render.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A request that nobody sent: an address and a host, so that a page can depend on nothing else. */
function bareRequest(address: string): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.method = "GET";
  request.url = address;
  request.headers = { host: "localhost", accept: "text/html" };
  request.rawHeaders = ["host", "localhost", "accept", "text/html"];
  request.push(null);
  return request;
}

const single = (value: OutgoingHttpHeader | undefined): string | undefined =>
  value === undefined ? undefined : String(Array.isArray(value) ? value[0] : value);

/** A response that goes nowhere: what is written to it is gathered, and `written` tells when it is complete. */
class GatheredResponse extends ServerResponse {
  readonly written: Promise<Rendered>;
  #parts: Uint8Array[] = [];
  #complete: (rendered: Rendered) => void = () => undefined;

  constructor(request: IncomingMessage) {
    super(request);
    this.written = new Promise((resolve) => {
      this.#complete = resolve;
    });
  }

  #gather(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === "string") {
      this.#parts.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    } else if (chunk instanceof Uint8Array) this.#parts.push(chunk);
  }

  override flushHeaders(): void {}

  override write(chunk: unknown, encoding?: unknown, done?: unknown): boolean {
    this.#gather(chunk, encoding);
    const after = typeof encoding === "function" ? encoding : done;
    if (typeof after === "function") after();
    return true;
  }

  override end(chunk?: unknown, encoding?: unknown, done?: unknown): this {
    this.#gather(chunk, encoding);
    this.#complete({
      status: this.statusCode,
      type: single(this.getHeader("content-type")) ?? "application/octet-stream",
      body: Buffer.concat(this.#parts),
      location: single(this.getHeader("location")),
    });
    const after = [chunk, encoding, done].find((argument) => typeof argument === "function");
    if (typeof after === "function") after();
    this.emit("finish");
    this.emit("close");
    return this;
  }
}

/** One thread renders them all: more at once finish none sooner, and take memory and turns from everyone else. */
const AT_ONCE = 4;
/** Some ten seconds of rendering: what a crawler or an emptied cache asks for at once is not refused. */
const MOST_PAGES_WAITING = 1_000;
/** Some two seconds: by then whoever searches has gone on. */
const MOST_THOUGHT_UP_WAITING = 100;

/** Parts are few and stand on every page, so pages wait for them and they never wait for pages. */
const isPart = (address: string) => address.startsWith("/page-part/");

/** What a stranger can have rendered without end: pages of which anyone can think up more, and forms sent to be refused. */
const isThoughtUp = (address: string, { form }: PageContext) =>
  form !== undefined || address.startsWith("/search?") || /[?&]after=/.test(address);

/**
 * Renders pages through Next's own request handler, in this process, a few at once. A page that takes over `limit` ms once
 * it is begun has failed. Each kind has a queue of its own, so that no flood of searches keeps an article waiting; a page
 * whose queue is full is refused with `TooManyWaiting`.
 */
export function renderThrough(handler: Handler, limit = 20_000): Render {
  const parts = fewAtOnce(AT_ONCE);
  const pages = fewAtOnce(AT_ONCE, MOST_PAGES_WAITING);
  const thoughtUp = fewAtOnce(1, MOST_THOUGHT_UP_WAITING);
  const render: Render = async (address, context) => {
    const request = bareRequest(address);
    const response = new GatheredResponse(request);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`The page took more than ${limit} ms to render.`)), limit);
    });
    try {
      const handled = withPageContext(context, () => handler(request, response));
      // The handler may give up without having answered, and then `written` would never come.
      return await Promise.race([response.written, handled.then(() => response.written), late]);
    } finally {
      clearTimeout(timer);
    }
  };
  return (address, context) => {
    const queue = isPart(address) ? parts : isThoughtUp(address, context) ? thoughtUp : pages;
    return queue(() => render(address, context));
  };
}
