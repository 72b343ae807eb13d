import type { Finished } from "./finish-html.ts";
import type { Produced } from "./page-cache.ts";
import type { PageContext } from "./page-context.ts";
import type { Render } from "./render.ts";

/** What delivery asks the database about addresses. */
export type Addresses = {
  /** Where a former address leads; the ways it may have been written down, the likeliest first. */
  findRedirect: (paths: readonly string[], now: Date) => Promise<string | undefined>;
  /** The next moment at which something that waits comes out. */
  nextAppearance: (now: Date) => Promise<Date | undefined>;
  /** The published article of a slug. */
  findArticleId: (slug: string, now: Date) => Promise<number | undefined>;
};

/** Keys of pages that only delivery asks for begin with a space, which no request can. */
const INTERNAL = " ";
export const notFoundPage = `${INTERNAL}/not-found-page`;
export const errorPage = `${INTERNAL}/error-page`;

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** The ways an address may stand in the list of former addresses: as sent, as read, with and without a last slash. */
export function writingsOf(path: string): string[] {
  const bare = path.length > 1 ? path.replace(/\/+$/, "") : path;
  return [...new Set([path, bare, decoded(bare), `${bare}/`, `${decoded(bare)}/`])];
}

/**
 * Makes what readers get of an address: the page rendered and finished, where it has moved to, or that there is nothing.
 * Throws where the page cannot be rendered.
 */
export function producePages(render: Render, addresses: Addresses, finish: (html: string) => Finished) {
  return async (key: string, context: PageContext): Promise<Produced> => {
    const address = key.startsWith(INTERNAL) ? key.slice(INTERNAL.length) : key;
    const { status, type, body, location } = await render(address, context);
    const now = new Date();
    const path = address.split("?", 1)[0] ?? address;
    if (location !== undefined && status >= 300 && status < 400) {
      return { kind: "moved", to: location, permanent: status === 301 || status === 308 };
    }
    if (status === 404 || status === 410) {
      const to = await addresses.findRedirect(writingsOf(path), now);
      if (to !== undefined && to !== path) return { kind: "moved", to, permanent: true };
      const next = await addresses.nextAppearance(now);
      if (next) context.changesAt = Math.min(context.changesAt, next.getTime());
      return { kind: "absent" };
    }
    if (status !== 200) throw new Error(`The page answered ${status}.`);
    if (!type.startsWith("text/html")) return { kind: "page", type, content: body };
    const [section, slug, ...more] = path.split("/").slice(1);
    const articleId =
      section && slug && more.length === 0 ? await addresses.findArticleId(decoded(slug), now) : undefined;
    // An article's slug is found under any first part ("/topics/asia"): only its own page depends on it.
    const isItsPage = articleId !== undefined && context.tags.has(`article:${articleId}`);
    const { html, styles } = finish(body.toString());
    return { kind: "page", type, content: Buffer.from(html), articleId: isItsPage ? articleId : undefined, styles };
  };
}
