import { type Place, placeAt } from "#core/place";

/** What the routes of the site read from the query. Anything else in it is not part of an address. */
type Parameters = Readonly<Record<string, RegExp>>;

const pageNumber = /^[1-9]\d{0,4}$/;
const number = /^[1-9]\d{0,9}$/;
const word = /^[a-z0-9-]{1,40}$/;
const slug = /^[^\s/?#]{1,200}$/u;
const anything = /\S/u;

const none: Parameters = {};
const list: Parameters = { page: pageNumber };
const article: Parameters = { reply: /^(?:held|mailed)$/, order: /^newest$/, comments: pageNumber, "reply-to": number };
const search: Parameters = {
  q: anything,
  section: slug,
  contributor: slug,
  topic: slug,
  year: /^\d{4}$/,
  sort: word,
  page: pageNumber,
};

const declaredBy: Readonly<Partial<Record<Place["kind"], Parameters>>> = {
  section: { ...list, after: number },
  topic: list,
  contributor: list,
  archive: list,
  article,
  search,
};

/** Routes that delivery asks for itself; from outside there is nothing there. */
const internal = new Set(["not-found-page", "withdrawn-page", "error-page", "page-part"]);

/** Pages behind a private link, whose secret is part of the address: plain pages like all others, but nobody keeps them. */
const confidential = new Set(["replies", "preview"]);
const ofConfidential: Parameters = { done: word };

/** What staff and programs use: never kept, never shared. */
const applications = new Set(["desk", "sign-in", "api", "_next"]);

const LONGEST_VALUE = 200;

export type ReaderAddress =
  /** A page, or what might be one. `key` is its one canonical address, and all that the page is rendered from. */
  | { kind: "page"; key: string; path: string; isKept: boolean }
  /** Another writing of an address. */
  | { kind: "moved"; to: string; path: string }
  /** Part of the software that is no reader page. */
  | { kind: "application" }
  | { kind: "absent" };

/** The parameters of whatever has its place at a path. */
function parametersOf(path: string): Parameters {
  const place = placeAt(path);
  return (place && declaredBy[place.kind]) ?? none;
}

/** The declared parameters of a query in their declared order, each with a value it may have; the first page has none. */
function canonicalQuery(query: string, declared: Parameters): URLSearchParams {
  const given = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const [name, accepts] of Object.entries(declared)) {
    const value = given.get(name)?.normalize("NFC").trim().slice(0, LONGEST_VALUE);
    if (value && accepts.test(value) && !(name === "page" && value === "1")) kept.set(name, value);
  }
  return kept;
}

/** Reads the target of a request as the address of a reader page. */
export function readerAddress(target: string): ReaderAddress {
  if (!target.startsWith("/")) return { kind: "absent" };
  const mark = target.indexOf("?");
  const rawPath = mark < 0 ? target : target.slice(0, mark);
  const query = mark < 0 ? "" : target.slice(mark + 1);
  let parts: string[];
  try {
    parts = rawPath.split("/").filter(Boolean).map(decodeURIComponent);
  } catch {
    return { kind: "absent" };
  }
  const [first = ""] = parts;
  if (applications.has(first) || first.startsWith("__next")) return { kind: "application" };
  const isWrong = (part: string) => part === "." || part === ".." || /[/\\\p{Cc}]/u.test(part);
  if (internal.has(first) || parts.some(isWrong)) return { kind: "absent" };
  if (confidential.has(first)) return { kind: "page", ...keyOf(rawPath, query, ofConfidential), isKept: false };
  const path = `/${parts.map((part) => encodeURIComponent(part.normalize("NFC").toLowerCase())).join("/")}`;
  if (path !== rawPath) return { kind: "moved", to: query ? `${path}?${query}` : path, path: rawPath };
  return { kind: "page", ...keyOf(path, query, query ? parametersOf(path) : none), isKept: true };
}

function keyOf(path: string, query: string, declared: Parameters): { key: string; path: string } {
  const parameters = query ? canonicalQuery(query, declared) : undefined;
  return { key: parameters?.size ? `${path}?${parameters}` : path, path };
}
