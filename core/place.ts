import { slugFromPath } from "./paths.ts";

/** What an address of the site names, by its shape alone. Whether that is there, only the database knows. */
export type Place =
  /** A page or file that every publication has. */
  | { kind: "fixed" }
  /** A page of a section's list; one that begins after an article keeps its stories while new ones come. */
  | { kind: "section"; slug: string; page: number; after: number | undefined }
  | { kind: "topic" | "contributor"; slug: string; page: number }
  | { kind: "feed"; of: "section" | "topic" | "contributor"; slug: string }
  | {
      kind: "article";
      section: string;
      slug: string;
      /** The comment that a reader wants to answer. */
      replyTo: number | undefined;
      commentsPage: number;
    }
  | { kind: "archive"; year: number; month: number | undefined; page: number }
  | { kind: "search"; hasWords: boolean; page: number }
  /** What a private link opens: a commenter's own page, a draft. The token is the secret. */
  | { kind: "private-link" | "preview"; token: string }
  | { kind: "report"; commentId: number };

const fixed: Place = { kind: "fixed" };

const feeds = new Set(["feed.xml", "atom.xml", "feed.json"]);
const files = new Set(["feed", "rss", "robots.txt", "sitemap.xml", "indexnow.txt", "icon.svg", ...feeds]);
const pages = new Set(["archive", "privacy"]);

/** What a commenter is told after a deed stands beside the addresses of private links, and is none. */
const notices = new Set(["erased", "ended"]);

const kept: Readonly<Record<string, "topic" | "contributor">> = { topics: "topic", contributors: "contributor" };
const fileInFolder: Readonly<Record<string, RegExp>> = {
  sitemap: /^(?:pages|news|articles-[1-9]\d{0,3})\.xml$/,
  cards: /^[1-9]\d{0,14}-[0-9a-f]{16}\.jpeg$/,
};

const numberIn = (query: URLSearchParams, name: string) => {
  const number = query.get(name);
  return number === null ? undefined : Number(number);
};

const pageIn = (query: URLSearchParams): number => numberIn(query, "page") ?? 1;

/**
 * The place that an address in its canonical writing names ("/asia/the-ferry?comments=2"), or undefined where no address
 * has such a shape.
 */
export function placeAt(address: string): Place | undefined {
  const [path = "", search = ""] = address.split("?", 2);
  const query = new URLSearchParams(search);
  const [first, second, third, ...more] = path.split("/").filter(Boolean);
  if (first === undefined) return fixed;
  if (more.length > 0) return undefined;
  if (second === undefined) {
    if (first === "search") return { kind: "search", hasWords: query.has("q"), page: pageIn(query) };
    return files.has(first) || pages.has(first) ? fixed : sectionAt(first, query);
  }
  if (first === "preview") return third === undefined ? { kind: "preview", token: second } : undefined;
  if (first === "replies") return ofCommenters(second, third);
  if (first === "archive") return archiveAt(second, third, query);
  const list = Object.hasOwn(kept, first) ? kept[first] : undefined;
  if (list) return third === undefined ? listAt(list, second, query) : feedAt(third, list, second);
  if (third !== undefined) return undefined;
  const inFolder = Object.hasOwn(fileInFolder, first) ? fileInFolder[first] : undefined;
  if (inFolder) return inFolder.test(second) ? fixed : undefined;
  return feeds.has(second) ? feedAt(second, "section", first) : articleAt(first, second, query);
}

function sectionAt(part: string, query: URLSearchParams): Place | undefined {
  const slug = slugFromPath(part);
  return slug === undefined
    ? undefined
    : { kind: "section", slug, page: pageIn(query), after: numberIn(query, "after") };
}

function listAt(kind: "topic" | "contributor", part: string, query: URLSearchParams): Place | undefined {
  const slug = slugFromPath(part);
  return slug === undefined ? undefined : { kind, slug, page: pageIn(query) };
}

function feedAt(file: string, of: "section" | "topic" | "contributor", part: string): Place | undefined {
  const slug = slugFromPath(part);
  return slug === undefined || !feeds.has(file) ? undefined : { kind: "feed", of, slug };
}

function articleAt(sectionPart: string, slugPart: string, query: URLSearchParams): Place | undefined {
  const [section, slug] = [slugFromPath(sectionPart), slugFromPath(slugPart)];
  if (section === undefined || slug === undefined) return undefined;
  const commentsPage = numberIn(query, "comments") ?? 1;
  return { kind: "article", section, slug, replyTo: numberIn(query, "reply-to"), commentsPage };
}

function archiveAt(year: string, month: string | undefined, query: URLSearchParams): Place | undefined {
  const isWritten = /^\d{4}$/.test(year) && (month === undefined || /^(?:0[1-9]|1[0-2])$/.test(month));
  if (!isWritten) return undefined;
  return {
    kind: "archive",
    year: Number(year),
    month: month === undefined ? undefined : Number(month),
    page: pageIn(query),
  };
}

function ofCommenters(first: string, second: string | undefined): Place | undefined {
  if (second === undefined) return notices.has(first) ? fixed : { kind: "private-link", token: first };
  if (first === "stop") return { kind: "private-link", token: second };
  if (second === "export") return { kind: "private-link", token: first };
  return first === "report" && /^[1-9]\d{0,9}$/.test(second)
    ? { kind: "report", commentId: Number(second) }
    : undefined;
}
