import { existsSync } from "node:fs";
import type { IncomingMessage, Server } from "node:http";
import type { PageTag } from "#core/page-tags";
import { answerForm } from "./answer-form.ts";
import { type ApplicationHandler, answerApplication } from "./application.ts";
import { type Finished, finishHtml, type Sheets } from "./finish-html.ts";
import type { FormHandler } from "./forms/form-answer.ts";
import { newServer } from "./http-server.ts";
import type { PageSender } from "./kept-page.ts";
import { type Log, pathOnly } from "./log.ts";
import { answerPicture } from "./media-files.ts";
import type { OutsideCaching } from "./outside-caching.ts";
import { PageCache } from "./page-cache.ts";
import { sendWords } from "./plain-answer.ts";
import { type Addresses, inPieces, producePages } from "./produce-page.ts";
import { readerAddress } from "./reader-address.ts";
import { ReaderPages } from "./reader-pages.ts";
import type { Render } from "./render.ts";
import { developmentHeaders, securityHeaders } from "./security-headers.ts";
import type { StaticFiles } from "./static-files.ts";
import type { ProxyTrust } from "./trusted-proxy.ts";
import type { DeliveryResponse } from "./whole-answer.ts";

export type PublicationGiven = {
  render: Render;
  application: ApplicationHandler;
  forms: Readonly<Record<string, FormHandler>>;
  oneClick: (path: string) => FormHandler | undefined;
  addresses: Addresses;
  maybeShown: (articleId: number, now: Date) => Promise<boolean>;
  viewed: (articleId: number, request: IncomingMessage) => void;
  trust: ProxyTrust;
  log: Log;
  files: StaticFiles;
  /** Style sheets that pages carry themselves. */
  sheets?: Sheets;
  mediaFolder: string;
  publicUrl: string | undefined;
  cacheBytes: number;
  caching: OutsideCaching;
  /** Markup for the end of every reader page's head, and headers that go with it. */
  head: string;
  pageHeaders: readonly string[];
  isReady: () => boolean;
  /** Pages are rendered anew each time, with the framework's scripts, and files come from the framework. */
  development: boolean;
  now?: () => number;
};

export type Publication = { server: Server; forget: (tags: PageTag[]) => void; pages: PageCache };

/** What can be done at an address, and what those are told who would do something else. */
const forPeople = { allow: ["GET", "HEAD", "POST"], words: "This page can be read, and a form sent to it." };
const forPrograms = { allow: ["GET", "HEAD", "OPTIONS"], words: "This can be read, and nothing else be done to it." };

/** Files of the framework are on our own list, and of what scanners ask for under /api nothing is worth a rendering. */
const isServedByApplication = (url: string): boolean =>
  !url.startsWith("/_next") && (!/^\/api(?:[/?]|$)/.test(url) || /^\/api\/(?:auth|preview|v1)\//.test(url));

/** By this clock every kept page is out of date. */
const endOfTime = () => Number.POSITIVE_INFINITY;

/** Puts together what answers a publication's requests. Everything it needs from outside is given. */
export function newPublication(given: PublicationGiven): Publication {
  const { trust, log, development, files, head } = given;
  const render: Render = async (address, context) => {
    const began = performance.now();
    const rendered = await given.render(address, context);
    log.debug({ path: pathOnly(address), ms: Math.round(performance.now() - began) }, "A page was rendered");
    return rendered;
  };
  const finish = (html: string): Finished =>
    development
      ? { pieces: [html.replace("</head>", `${head}</head>`)], parts: [], styles: undefined }
      : finishHtml(html, head, given.sheets);
  const produce = producePages(render, given.addresses, finish);
  const partFailed = (error: unknown, part: string) =>
    log.error({ error, part: part.trim() }, "A part of many pages could not be rendered");
  const pages = new PageCache(produce, partFailed, given.cacheBytes, development ? endOfTime : given.now);
  const finishWhole = async (html: string) => {
    const { pieces, parts, styles } = inPieces(finish(html));
    const { content } = await pages.compose(pieces, parts);
    return { content, styles };
  };
  const pageHeaders = (secure: boolean, styles: string | undefined) =>
    development ? developmentHeaders : securityHeaders("reader", secure, styles);
  const sender: PageSender = {
    caching: development ? "none" : given.caching,
    security: pageHeaders,
    extra: given.pageHeaders,
    resized: (page) => pages.resized(page),
    unpolished: (error, { key }) => log.warn({ error, path: pathOnly(key) }, "A page stays larger than it could be"),
  };
  const reader = new ReaderPages({
    pages,
    sender,
    log,
    viewed: given.viewed,
    addresses: given.addresses,
    maybeShown: given.maybeShown,
  });
  const application = answerApplication(given.application, trust, development);
  const publicHost = given.publicUrl === undefined ? undefined : new URL(given.publicUrl).host;
  const forms = {
    forms: given.forms,
    oneClick: given.oneClick,
    render,
    finish: finishWhole,
    trust,
    publicHost,
    pageHeaders,
  };

  const answer = async (request: IncomingMessage, response: DeliveryResponse, secure: boolean): Promise<void> => {
    const { method = "GET", url = "/" } = request;
    const { allow, words } = url.startsWith("/api/v1/") ? forPrograms : forPeople;
    if (!allow.includes(method)) {
      return sendWords(request, response, { status: 405, words, secure, headers: ["Allow", allow.join(", ")] });
    }
    if (readerAddress(url).kind === "application" && !files.has(url)) {
      if (development || isServedByApplication(url)) return application(request, response);
      return sendWords(request, response, { status: 404, words: "There is nothing at this address.", secure });
    }
    if (method === "POST") return answerForm(forms, request, response);
    if (files.has(url)) return files.answer(request, response, secure);
    if (url.startsWith("/media/") && (await answerPicture(given.mediaFolder, request, response, secure))) return;
    await reader.answer(request, response, secure);
  };

  const server = newServer({
    answer,
    answerKept: (request, response, secure) => reader.answerKept(request, response, secure),
    isReady: given.isReady,
    trust,
    log,
  });
  return { server, forget: (tags) => pages.forget(tags), pages };
}

/** A folder that need not be there. */
export const addIfThere = (files: StaticFiles, folder: string, prefix: string, lasting: boolean): void => {
  if (existsSync(folder)) files.add(folder, prefix, lasting);
};
