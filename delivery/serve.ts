import { createServer, type Server } from "node:http";
import { setFlagsFromString } from "node:v8";
import next from "next";
import { tagsOfEveryPage } from "#core/page-tags";
import { closeDatabase, hearOfDisk, isDatabaseWell, migrateDatabase } from "#db/client";
import { dataPath, environment } from "#db/environment";
import { findNextAppearance } from "#db/published-lists";
import { findRedirect } from "#db/redirects";
import { findStanding } from "#db/standing";
import { isStillPublished } from "#db/still-published";
import { refreshTrending } from "#db/trending";
import { writeViews } from "#db/views";
import { ViewCounter } from "./count-views.ts";
import { hearOfFailures } from "./failures.ts";
import { followChanges } from "./follow-changes.ts";
import { keepHouse } from "./housekeeping.ts";
import { stopServer } from "./http-server.ts";
import { adoptConsole, newLog, pathOnly } from "./log.ts";
import { carryMail } from "./mail-carrier.ts";
import { adoptBuiltConfig } from "./next-config.ts";
import { renderThrough } from "./next-render.ts";
import { endInOrder, endOnFailure } from "./orderly-end.ts";
import { addIfThere, newPublication } from "./publication.ts";
import { OutsideCaches } from "./purge-outside.ts";
import { findReaderAssets } from "./reader-assets.ts";
import { oneClick, readerForms } from "./reader-forms.ts";
import { startAnnouncing } from "./start-announcing.ts";
import { StaticFiles } from "./static-files.ts";
import { readSheets } from "./style-sheets.ts";
import { ProxyTrust } from "./trusted-proxy.ts";

const MB = 1024 * 1024;
/** How often Trending is ranked anew. */
const RANK_MS = 3 * 60_000;
/** How long what is being answered may take once the process was told to stop. */
const ANSWERS_MS = 10_000;
/** How long that, and writing what is still in memory, may take: less than systemd waits before it kills. */
const STOP_MS = 15_000;

/** Starts the publication: database, Next, and the server in front of it. Resolves once it listens. */
export async function serve(): Promise<void> {
  const { PORT, HOST, PUBLIC_URL, TRUSTED_PROXIES, PAGE_CACHE_MB, PURGE_URLS, WEBSUB_HUB, INDEXNOW_KEY } =
    environment();
  const development = process.env.NODE_ENV !== "production";
  const log = newLog();
  hearOfFailures((error, target) => log.error({ error, path: pathOnly(target) }, "The application failed"));
  migrateDatabase();
  hearOfDisk((error) => log.error({ error }, "The machine fails the database"));

  if (development) await (await import("./reader-assets-build.ts")).buildReaderAssets({ besideReact: true });
  else {
    adoptConsole(log);
    adoptBuiltConfig();
  }
  // Loading takes 70 MB for a moment, which V8 would keep for later use. Saving costs readers a tenth, so it ends with it.
  setFlagsFromString("--memory-saver-mode");
  // Next takes over every connection that asks for another protocol, and in production hangs up on it without a word: from
  // the server of the first request it sees, unless it is given one. This one listens nowhere.
  const takeovers = createServer();
  const framework = next({ dev: development, hostname: "localhost", port: PORT, quiet: true, httpServer: takeovers });
  await framework.prepare();
  const handler = framework.getRequestHandler();
  const trust = new ProxyTrust(TRUSTED_PROXIES, PUBLIC_URL);
  const views = new ViewCounter(trust, writeViews, log);
  const files = new StaticFiles((error, path) => log.warn({ error, path }, "A file stays larger than it could be"));
  if (!development) addIfThere(files, ".next/static", "/_next/static", true);
  addIfThere(files, "public", "", false);
  addIfThere(files, "public/assets", "/assets", true);

  const assets = findReaderAssets();
  let ready = false;
  const { server, forget } = newPublication({
    render: renderThrough(handler),
    application: handler,
    forms: readerForms,
    oneClick,
    addresses: { findRedirect, nextAppearance: (now) => findNextAppearance(now), findStanding },
    maybeShown: isStillPublished,
    viewed: (articleId, request) => views.count(articleId, request),
    trust,
    log,
    files,
    sheets: readSheets(".next/static", "/_next/static"),
    mediaFolder: dataPath("media"),
    publicUrl: PUBLIC_URL,
    cacheBytes: PAGE_CACHE_MB * MB,
    // A cache that we cannot tell to let go of a page must ask again soon.
    caching: PURGE_URLS.length > 0 ? { seconds: 86_400, whileRevalidating: 60 } : { seconds: 5, whileRevalidating: 5 },
    head: assets.head,
    pageHeaders: assets.headers,
    isReady: () => ready && isDatabaseWell(),
    development,
  });
  const outside = new OutsideCaches(PURGE_URLS, log);
  const stopFollowing = await followChanges((tags) => {
    forget(tags);
    outside.purge(tags);
  }, log);
  const stopAnnouncing = startAnnouncing({ publicUrl: PUBLIC_URL, hub: WEBSUB_HUB, indexNowKey: INDEXNOW_KEY, log });
  const stopMail = carryMail(log);
  const stopHouse = keepHouse(log);
  const rankAnew = () =>
    void refreshTrending(new Date()).catch((error) => log.error({ error }, "Trending was not ranked"));
  rankAnew();
  const ranking = setInterval(rankAnew, RANK_MS).unref();
  if (development) server.on("upgrade", (...asked) => takeovers.emit("upgrade", ...asked));
  await listen(server, PORT, HOST);
  setFlagsFromString("--no-memory-saver-mode");
  ready = true;
  // What changed while nobody was there to tell: another build, a restored backup, a deed of the command line.
  outside.purge(tagsOfEveryPage);
  const address = PUBLIC_URL ?? `http://localhost:${portOf(server) ?? PORT}`;
  console.log(`National Update is at ${address}`);

  const close = async () => {
    ready = false;
    await stopServer(server, ANSWERS_MS);
    clearInterval(ranking);
    stopFollowing();
    await outside.flush();
    stopAnnouncing();
    stopHouse();
    await stopMail();
    await views.flush();
    await closeDatabase();
  };
  const end = endInOrder(close, STOP_MS, log);
  if (!development) endOnFailure(end, log);
}

const listen = (server: Server, port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    // As many as the kernel lets wait: a crowd that arrives at once is not turned away.
    server.listen({ port, host, backlog: 2_048 }, () => {
      server.off("error", reject);
      resolve();
    });
  });

function portOf(server: Server): number | undefined {
  const address = server.address();
  return typeof address === "object" ? address?.port : undefined;
}
