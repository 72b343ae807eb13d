import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { exportedArticles, exportedRedirects } from "#db/exports";
import { escapeHtml } from "../document-html.ts";
import { fileFor, readdressStyles, staticPage, wayTo } from "./static-page.ts";

export type StaticCopy = {
  pages: number;
  files: number;
  redirects: number;
  /** Addresses that did not answer as they should, with what they answered. */
  missing: string[];
};

const AT_ONCE = 4;

/**
 * Copies a running publication, page by page, into a folder that any host can serve. It is asked like a reader asks, so
 * the copy is what readers see; nobody else is asked.
 */
export async function copyStatically(
  origin: string,
  folder: string,
  progress?: (done: number, all: number) => void,
): Promise<StaticCopy> {
  const home = new URL("/", origin);
  const copy: StaticCopy = { pages: 0, files: 0, redirects: 0, missing: [] };
  const met = new Set<string>();
  const waiting: { address: URL; isPage: boolean }[] = [];
  const want = (address: URL, isPage: boolean) => {
    const file = fileFor(address);
    if (met.has(file)) return;
    met.add(file);
    waiting.push({ address: withoutRest(address), isPage });
  };
  const write = async (file: string, content: string | Uint8Array) => {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  };
  const take = async ({ address, isPage }: { address: URL; isPage: boolean }) => {
    const response = await fetch(address, { redirect: "manual" });
    const type = response.headers.get("content-type") ?? "";
    if (response.status !== 200) {
      await response.body?.cancel();
      const to = response.headers.get("location");
      if (isPage && to) return want(new URL(to, address), true);
      copy.missing.push(`${address.pathname} (${response.status})`);
    } else if (type.startsWith("text/html")) {
      const page = staticPage(await response.text(), address);
      for (const next of page.pages) want(next, true);
      for (const next of page.files) want(next, false);
      await write(fileFor(address), page.html);
      copy.pages += 1;
    } else if (type.startsWith("text/css")) {
      const here = fileFor(address);
      const styles = readdressStyles(await response.text(), (url) => {
        if (url.startsWith("data:") || !URL.canParse(url, address)) return url;
        const to = new URL(url, address);
        if (to.origin !== home.origin) return url;
        want(to, false);
        return wayTo(here, fileFor(to));
      });
      await write(here, styles);
      copy.files += 1;
    } else {
      await write(fileFor(address), new Uint8Array(await response.arrayBuffer()));
      copy.files += 1;
    }
  };
  want(home, true);
  want(new URL("/robots.txt", home), false);
  while (waiting.length > 0) {
    await Promise.all(waiting.splice(0, AT_ONCE).map(take));
    progress?.(copy.pages + copy.files, met.size);
  }
  const lost = await fetch(new URL("/no-such-page-in-the-copy", home));
  await write("404.html", staticPage(await lost.text(), home, fromTheRoot).html);
  copy.redirects = await writeRedirects(home, met, write);
  return copy;
}

/** A host answers with 404.html at any address, so that its links cannot begin where it lies. */
const fromTheRoot = (file: string): string => new URL(wayTo("", file), "https://host.invalid/").pathname;

/** What follows the path and the number of the page names no other file. */
function withoutRest(address: URL): URL {
  const plain = new URL(address.pathname, address);
  const number = address.searchParams.get("page");
  if (number) plain.searchParams.set("page", number);
  return plain;
}

/** Former addresses lead on by a page that says so, since a folder of files can answer no 301. */
async function writeRedirects(
  home: URL,
  met: ReadonlySet<string>,
  write: (file: string, content: string) => Promise<void>,
): Promise<number> {
  const paths = exportedRedirects().map(({ fromPath }) => fromPath);
  for (const { formerPaths } of exportedArticles({ withAddresses: false })) paths.push(...formerPaths);
  let written = 0;
  for (const path of paths) {
    if (path.includes("?")) continue;
    const response = await fetch(new URL(encodeURI(path), home), { redirect: "manual" });
    await response.body?.cancel();
    const to = response.headers.get("location");
    const file = fileFor(new URL(encodeURI(path), home));
    if (response.status !== 301 || !to || met.has(file)) continue;
    const way = escapeHtml(wayTo(file, fileFor(new URL(to, home))));
    await write(
      file,
      `<!doctype html><meta charset="utf-8"><title>Moved</title><meta http-equiv="refresh" content="0; url=${way}"><link rel="canonical" href="${way}"><p><a href="${way}">This page has moved.</a></p>\n`,
    );
    written += 1;
  }
  return written;
}
