import { type DefaultTreeAdapterTypes, parse, serialize } from "parse5";
import { descendants, type Element } from "../html/elements.ts";

/** Where an address of the publication lies in a static copy: a page is the index of its folder, `?page=2` one below. */
export function fileFor(address: URL): string {
  const path = decodeURIComponent(address.pathname).replace(/\/+$/, "");
  const number = address.searchParams.get("page");
  const last = path.slice(path.lastIndexOf("/") + 1);
  if (/\.[a-z0-9]{2,8}$/i.test(last)) return path.slice(1);
  return [...path.split("/").slice(1), ...(number ? [`page-${number}`] : []), "index.html"].join("/");
}

/** The way from one file of the copy to another; a folder stands for its index. */
export function wayTo(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  while (here.length > 0 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  const way = `${"../".repeat(here.length)}${there.map(encodeURIComponent).join("/")}`.replace(
    /(^|\/)index\.html$/,
    "$1",
  );
  return way === "" ? "./" : way;
}

export type StaticPage = { html: string; pages: URL[]; files: URL[] };

/** Pages that only a server can answer. */
const NOT_COPIED = /^\/(?:desk|sign-in|api|search|preview|replies|healthz|readyz)(?:\/|$)/;

/** Whether a link leads to what only a server can answer: a page that is not copied, or a form made ready for an answer. */
function asksServer(element: Element, address: URL): boolean {
  if (element.tagName !== "a" && element.tagName !== "link") return false;
  const href = element.attrs.find(({ name }) => name === "href")?.value;
  const to = href !== undefined && URL.canParse(href, address) ? new URL(href, address) : undefined;
  if (to?.origin !== address.origin) return false;
  return NOT_COPIED.test(to.pathname) || to.searchParams.has("reply-to");
}

/**
 * A reader page as it can lie on any host: links lead from file to file, and what needs a server (forms, scripts, the
 * links of search and of comments) is taken out. `pages` and `files` are what it leads to and shows; `way` is how it
 * leads to a file of the copy.
 */
export function staticPage(
  source: string,
  address: URL,
  way: (file: string) => string = (file) => wayTo(fileFor(address), file),
): StaticPage {
  const document: DefaultTreeAdapterTypes.Document = parse(source);
  const pages: URL[] = [];
  const files: URL[] = [];
  const led = (given: string, list: URL[]): string => {
    const to = URL.canParse(given, address) ? new URL(given, address) : undefined;
    if (!to || to.origin !== address.origin || given.startsWith("#")) return given;
    list.push(to);
    return `${way(fileFor(to))}${to.hash}`;
  };
  for (const element of [...descendants(document)]) {
    if (element.tagName === "script" || element.tagName === "form" || isForWriting(element)) remove(element);
    else if (asksServer(element, address)) disconnect(element);
    else if (element.tagName === "style") restyle(element, (url) => led(url, files));
    else readdress(element, led, pages, files);
  }
  return { html: serialize(document), pages, files };
}

function readdress(element: Element, led: (given: string, list: URL[]) => string, pages: URL[], files: URL[]): void {
  for (const attribute of element.attrs) {
    const isPage = element.tagName === "a" && attribute.name === "href";
    const isFile =
      (element.tagName === "link" && attribute.name === "href" && !isRelation(element, "canonical")) ||
      (attribute.name === "src" && element.tagName === "img");
    if (isPage || isFile) attribute.value = led(attribute.value, isPage ? pages : files);
    else if (attribute.name === "srcset" || attribute.name === "imagesrcset") {
      attribute.value = attribute.value
        .split(/,\s+/)
        .map((candidate) => candidate.replace(/^\S+/, (url) => led(url, files)))
        .join(", ");
    }
  }
}

/** The section where readers write a comment, and the links that lead to it. */
const isForWriting = ({ tagName, attrs }: Element): boolean =>
  attrs.some(({ name, value }) =>
    tagName === "section" ? name === "id" && value === "respond" : name === "href" && value === "#respond",
  );

/** Furniture that leads nowhere goes; words of a text stay, and lead nowhere. */
function disconnect(element: Element): void {
  if (isFurniture(element)) remove(element);
  else element.attrs = element.attrs.filter(({ name }) => name !== "href");
}

function isFurniture(element: Element): boolean {
  for (let above = element.parentNode; above && "tagName" in above; above = above.parentNode) {
    if (["header", "footer", "nav", "head"].includes(above.tagName)) return true;
  }
  return false;
}

const isRelation = (element: Element, name: string): boolean =>
  element.attrs.some((attribute) => attribute.name === "rel" && attribute.value === name);

function remove(element: Element): void {
  const parent = element.parentNode;
  if (parent) parent.childNodes = parent.childNodes.filter((child) => child !== element);
}

function restyle(element: Element, led: (url: string) => string): void {
  for (const child of element.childNodes) if ("value" in child) child.value = readdressStyles(child.value, led);
}

/** Styles with the addresses in them changed. */
export const readdressStyles = (css: string, led: (url: string) => string): string =>
  css.replace(/url\(\s*(["']?)([^"')]+)\1\s*\)/g, (_whole, _quote, url: string) => `url("${led(url)}")`);
