import { type Embed, isSafeHref } from "#core/document";

const LONGEST = 2_000;

/** A link's address as it may stand in a body, or undefined where it may not. Relative ones are completed from `base`. */
export function linkAddress(given: string, base?: string): string | undefined {
  // Browsers drop these characters before they look at the scheme, so we do too.
  let address = given.replace(/[\t\n\r]/g, "").trim();
  if (address === "") return undefined;
  if (address.startsWith("//")) address = `https:${address}`;
  if (base && !address.startsWith("#") && !/^[a-z][a-z0-9+.-]*:/i.test(address) && URL.canParse(address, base)) {
    address = new URL(address, base).href;
  }
  return address.length <= LONGEST && isSafeHref(address) ? address : undefined;
}

/** The address of something on the web, or undefined. */
export function webAddress(given: string, base?: string): string | undefined {
  const address = linkAddress(given, base);
  if (!address || !/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  return address.replace(/^https?:/i, (scheme) => scheme.toLowerCase());
}

/** True for a text that is one web address and nothing else. */
export const isBareAddress = (text: string): boolean =>
  /^https?:\/\/[^\s<>"]+\.[^\s<>"]+$/i.test(text) && webAddress(text) !== undefined;

/** The page of a video or a post instead of the player that other sites put into a frame. */
const pages: readonly [RegExp, (id: string) => string][] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]{6,})/,
    (id) => `https://www.youtube.com/watch?v=${id}`,
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+)/, (id) => `https://vimeo.com/${id}`],
  [/^https?:\/\/(?:www\.)?dailymotion\.com\/embed\/video\/(\w+)/, (id) => `https://www.dailymotion.com/video/${id}`],
];

/** A card that leads to an address. Without a title it shows the address itself, as people would read it aloud. */
export function card(address: string, title = "", description = ""): Embed {
  const page = pages.map(([player, of]) => [player.exec(address)?.[1], of] as const).find(([id]) => id !== undefined);
  const href = page?.[0] ? page[1](page[0]) : address;
  return {
    type: "embed",
    attrs: {
      href,
      title: (title || href.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "")).slice(0, 500),
      ...(description === "" ? {} : { description: description.slice(0, 1_000) }),
    },
  };
}
