import { slugFromPath } from "./paths.ts";

/** What an address of the site names, by its shape alone. Whether that is there, only the database knows. */
export type Place =
  /** A page or file that every publication has. */
  | { kind: "fixed" }
  | { kind: "section" | "topic" | "contributor"; slug: string }
  | {
      kind: "article";
      section: string;
      slug: string;
      /** The comment that a reader wants to answer. */
      replyTo: number | undefined;
      commentsPage: number;
    }
  | { kind: "archive"; year: number }
  /** What a private link opens: a commenter's own page, a draft. The token is the secret. */
  | { kind: "private-link" | "preview"; token: string }
  | { kind: "report"; commentId: number };

const fixed: Place = { kind: "fixed" };

const feeds = new Set(["feed.xml", "atom.xml", "feed.json"]);
const files = new Set(["feed", "rss", "robots.txt", "sitemap.xml", "indexnow.txt", "icon.svg", ...feeds]);
const pages = new Set(["search", "archive", "privacy"]);

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

/**
 * The place that an address in its canonical writing names ("/asia/the-ferry?comments=2"), or undefined where no address
 * has such a shape.
 */
export function placeAt(address: string): Place | undefined {
  const [path = "", query = ""] = address.split("?", 2);
  const [first, second, third, ...more] = path.split("/").filter(Boolean);
  if (first === undefined) return fixed;
  if (more.length > 0) return undefined;
  if (second === undefined) {
    return files.has(first) || pages.has(first) ? fixed : named("section", first);
  }
  if (first === "preview") return third === undefined ? { kind: "preview", token: second } : undefined;
  if (first === "replies") return ofCommenters(second, third);
  if (first === "archive") return archiveAt(second, third);
  const list = Object.hasOwn(kept, first) ? kept[first] : undefined;
  if (list) return third === undefined || feeds.has(third) ? named(list, second) : undefined;
  if (third !== undefined) return undefined;
  const inFolder = Object.hasOwn(fileInFolder, first) ? fileInFolder[first] : undefined;
  if (inFolder) return inFolder.test(second) ? fixed : undefined;
  return feeds.has(second) ? named("section", first) : articleAt(first, second, new URLSearchParams(query));
}

function named(kind: "section" | "topic" | "contributor", part: string): Place | undefined {
  const slug = slugFromPath(part);
  return slug === undefined ? undefined : { kind, slug };
}

function articleAt(sectionPart: string, slugPart: string, query: URLSearchParams): Place | undefined {
  const [section, slug] = [slugFromPath(sectionPart), slugFromPath(slugPart)];
  if (section === undefined || slug === undefined) return undefined;
  const commentsPage = numberIn(query, "comments") ?? 1;
  return { kind: "article", section, slug, replyTo: numberIn(query, "reply-to"), commentsPage };
}

function archiveAt(year: string, month: string | undefined): Place | undefined {
  const isWritten = /^\d{4}$/.test(year) && (month === undefined || /^(?:0[1-9]|1[0-2])$/.test(month));
  return isWritten ? { kind: "archive", year: Number(year) } : undefined;
}

function ofCommenters(first: string, second: string | undefined): Place | undefined {
  if (second === undefined) return notices.has(first) ? fixed : { kind: "private-link", token: first };
  if (first === "stop") return { kind: "private-link", token: second };
  if (second === "export") return { kind: "private-link", token: first };
  return first === "report" && /^[1-9]\d{0,9}$/.test(second)
    ? { kind: "report", commentId: Number(second) }
    : undefined;
}
