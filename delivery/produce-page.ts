import { type Place, placeAt } from "#core/place";
import type { Standing } from "#db/standing";
import { contentOfPart, type Finished } from "./finish-html.ts";
import { INTERNAL, type Produced } from "./page-cache.ts";
import type { PageContext } from "./page-context.ts";
import type { Render } from "./render.ts";

/** What delivery asks the database about addresses. */
export type Addresses = {
  /** Where a former address leads; the ways it may have been written down, the likeliest first. */
  findRedirect: (paths: readonly string[], now: Date) => Promise<string | undefined>;
  /** The next moment at which something that waits comes out. */
  nextAppearance: (now: Date) => Promise<Date | undefined>;
  /** What readers find at a place. */
  findStanding: (place: Place, now: Date) => Promise<Standing>;
};

export const notFoundPage = `${INTERNAL}/not-found-page`;
export const withdrawnPage = `${INTERNAL}/withdrawn-page`;
export const errorPage = `${INTERNAL}/error-page`;
/** The page made for one part alone: "header?current=asia". */
const partPage = `${INTERNAL}/page-part/`;

/** A finished page for the cache: in bytes, and its parts by the keys of the pages they are taken from. */
export const inPieces = ({ pieces, parts, styles }: Finished) => ({
  pieces: pieces.map((piece) => Buffer.from(piece)),
  parts: parts.map((name) => partPage + name),
  styles,
});

const without = (parameter: string, address: string): string => {
  const [path = "", search] = address.split("?", 2);
  const query = new URLSearchParams(search);
  query.delete(parameter);
  return query.size > 0 ? `${path}?${query}` : path;
};

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
 * Whether there is something is asked of the database first: a rendering costs a hundred times as much, and addresses
 * that lead nowhere are asked for all day. Throws where the page cannot be rendered.
 */
export function producePages(render: Render, addresses: Addresses, finish: (html: string) => Finished) {
  const standingAt = async (address: string, now: Date): Promise<Standing> => {
    const place = placeAt(address);
    return place ? addresses.findStanding(place, now) : { kind: "absent" };
  };

  const holdsUntilSomethingAppears = async (context: PageContext, now: Date): Promise<void> => {
    const next = await addresses.nextAppearance(now);
    if (next) context.changesAt = Math.min(context.changesAt, next.getTime());
  };

  const nothingAt = async (path: string, isWithdrawn: boolean, context: PageContext, now: Date): Promise<Produced> => {
    // At a former address, too, something else may come to be.
    await holdsUntilSomethingAppears(context, now);
    const to = await addresses.findRedirect(writingsOf(path), now);
    if (to !== undefined && to !== path) return { kind: "moved", to, permanent: true };
    return { kind: "absent", isWithdrawn };
  };

  return async (key: string, context: PageContext): Promise<Produced> => {
    const isInternal = key.startsWith(INTERNAL);
    const address = isInternal ? key.slice(INTERNAL.length) : key;
    const path = address.split("?", 1)[0] ?? address;
    const now = new Date();
    const standing: Standing = isInternal ? { kind: "there" } : await standingAt(address, now);
    if (standing.kind === "nothing-to-answer") return { kind: "moved", to: `${path}#respond`, permanent: false };
    if (standing.kind === "nothing-to-follow") {
      await holdsUntilSomethingAppears(context, now);
      return { kind: "moved", to: without("after", address), permanent: false };
    }
    if (standing.kind !== "there") return nothingAt(path, standing.kind === "withdrawn", context, now);

    const { status, type, body, location } = await render(address, context);
    if (location !== undefined && status >= 300 && status < 400) {
      return { kind: "moved", to: location, permanent: status === 301 || status === 308 };
    }
    if (status === 404) return nothingAt(path, false, context, now);
    if (status !== 200) throw new Error(`The page answered ${status}.`);
    if (!type.startsWith("text/html")) return { kind: "page", type, pieces: [body] };
    const html = body.toString();
    if (key.startsWith(partPage)) return { kind: "page", type, pieces: [Buffer.from(contentOfPart(html))] };
    return { kind: "page", type, articleId: standing.articleId, ...inPieces(finish(html)) };
  };
}
