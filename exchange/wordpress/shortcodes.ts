import { escapeHtml } from "../document-html.ts";
import type { Attachment } from "./survey.ts";
import type { Unknown } from "./unknown.ts";

/** What shortcodes may look up. */
export type Shelf = {
  attachment: (id: string) => Attachment | undefined;
  /** The pictures that were uploaded to a post, in their order. */
  attachedTo: (postId: string) => readonly Attachment[];
};

export type Shortcodes = { html: string; unknown: Unknown[] };

type Attributes = ReadonlyMap<string, string>;
type Place = { shelf: Shelf; postId: string; missing?: (ids: readonly string[]) => void };
type Convert = (attributes: Attributes, inside: string, place: Place) => string | undefined;

const figure = (address: string): string =>
  `\n\n<figure class="wp-block-embed"><div>${escapeHtml(address)}</div></figure>\n\n`;

const image = ({ url, alt, caption }: Attachment): string =>
  `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}"><figcaption>${escapeHtml(caption)}</figcaption></figure>`;

/** The address in a shortcode, whichever way its plugin has it written: `[youtube https://…]`, `[soundcloud url="…"]`. */
function addressIn(attributes: Attributes, inside: string): string | undefined {
  const given = [...attributes.values(), ...attributes.keys(), inside].map((each) => each.trim().replace(/^=/, ""));
  return given.find((each) => /^https?:\/\//i.test(each));
}

const linked: Convert = (attributes, inside) => {
  const address = addressIn(attributes, inside);
  return address && figure(address);
};

const gallery: Convert = (attributes, _inside, { shelf, postId, ...place }) => {
  const ids = (attributes.get("ids") ?? attributes.get("include") ?? "").split(",").map((id) => id.trim());
  const named = ids.filter(Boolean);
  const excluded = new Set((attributes.get("exclude") ?? "").split(",").map((id) => id.trim()));
  const pictures =
    named.length > 0
      ? named.flatMap((id) => shelf.attachment(id) ?? [])
      : shelf.attachedTo(attributes.get("id") ?? postId).filter(({ id }) => !excluded.has(id));
  if (pictures.length === 0) return undefined;
  const missing = named.filter((id) => !shelf.attachment(id));
  if (missing.length > 0) place.missing?.(missing);
  return `\n\n<figure class="wp-block-gallery">${pictures.map(image).join("")}</figure>\n\n`;
};

const player: Convert = (attributes, inside, { shelf }) => {
  const ids = (attributes.get("ids") ?? "").split(",").filter(Boolean);
  const files = ids.flatMap((id) => shelf.attachment(id.trim())?.url ?? []);
  if (files.length > 0) return files.map(figure).join("");
  return linked(attributes, inside, { shelf, postId: "" });
};

/** WordPress' own caption: the picture, perhaps linked, then its words; long ago the words were an attribute. */
const caption: Convert = (attributes, inside) => {
  const image = inside.search(/<img\b/i);
  const ends = [inside.indexOf(">", image), inside.toLowerCase().indexOf("</a>", image) + 3];
  const end = image < 0 ? 0 : Math.max(...ends) + 1;
  const words = (inside.slice(end) || attributes.get("caption") || "").trim();
  return `\n\n<figure>${inside.slice(0, end)}${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>\n\n`;
};

const footnote: Convert = (_attributes, inside) => `<span class="footnote">${inside.trim()}</span>`;
const vimeo: Convert = (attributes, inside, place) => {
  const id = [...attributes.values()].find((each) => /^\d+$/.test(each));
  return linked(attributes, inside, place) ?? (id && figure(`https://vimeo.com/${id}`));
};

const known: Readonly<Record<string, Convert | undefined>> = {
  caption,
  wp_caption: caption,
  gallery,
  embed: linked,
  audio: player,
  video: player,
  playlist: player,
  youtube: linked,
  vimeo,
  tweet: linked,
  twitter: linked,
  instagram: linked,
  facebook: linked,
  soundcloud: linked,
  dailymotion: linked,
  ted: linked,
  googlemaps: linked,
  gist: linked,
  slideshare: linked,
  flickr: linked,
  footnote,
  efn_note: footnote,
  mfn: footnote,
  pullquote: (_attributes, inside) => `\n\n<aside class="pull-quote">${inside}</aside>\n\n`,
};

/** `[name …]`, its closing partner being looked for only for names that are known or closed somewhere. */
const OPENING = /\[(\[?)([a-z][a-z0-9_-]*)((?:=|\s)[^\][]*)?(\/?)\](\]?)/gi;

/**
 * Turns the shortcodes we know into markup. Others stay in the text as they are, for they may be an author's brackets,
 * and `unknown` says so of those that look like a plugin's.
 */
export function expandShortcodes(text: string, place: { shelf: Shelf; postId: string }): Shortcodes {
  const unknown: Unknown[] = [];
  const parts: string[] = [];
  let done = 0;
  const closings = new Map<string, number[]>();
  for (const { 1: name = "", index } of text.matchAll(/\[\/([a-z][a-z0-9_-]*)\]/gi)) {
    const key = name.toLowerCase();
    const known = closings.get(key);
    if (known) known.push(index);
    else closings.set(key, [index]);
  }
  for (const match of text.matchAll(OPENING)) {
    if (match.index < done) continue;
    const [whole, doubled, rawName = "", given = "", selfClosing, doubledEnd] = match;
    const name = rawName.toLowerCase();
    if (doubled && doubledEnd) {
      parts.push(text.slice(done, match.index), whole.slice(1, -1));
      done = match.index + whole.length;
      continue;
    }
    const after = match.index + whole.length;
    const partners = closings.get(name) ?? [];
    while (partners.length > 0 && (partners[0] ?? 0) < after) partners.shift();
    const end = selfClosing ? -1 : (partners[0] ?? -1);
    const convert = known[name];
    const inside = end < 0 ? "" : text.slice(after, end);
    const html = convert?.(attributesOf(given), inside, {
      ...place,
      missing: (missing) => unknown.push({ kind: "gallery", missing }),
    });
    if (html === undefined) {
      if (convert || looksLikePlugin(name, given, end >= 0)) unknown.push({ kind: "shortcode", source: whole });
      continue;
    }
    parts.push(text.slice(done, match.index), html);
    done = end < 0 ? after : end + `[/${rawName}]`.length;
  }
  parts.push(text.slice(done));
  return { html: parts.join(""), unknown };
}

const looksLikePlugin = (name: string, attributes: string, isClosed: boolean): boolean =>
  isClosed || /[\w-]+\s*=/.test(attributes) || /[_-]/.test(name);

function attributesOf(given: string): Attributes {
  const attributes = new Map<string, string>();
  let bare = 0;
  const straight = given.replace(/[“”″]|&#822[01];|&quot;/g, '"');
  for (const [token] of straight.matchAll(/[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s'"]+)|"[^"]*"|\S+/g)) {
    const named = /^([\w-]+)\s*=\s*(["']?)([\s\S]*?)\2$/.exec(token);
    if (named?.[1]) attributes.set(named[1].toLowerCase(), named[3] ?? "");
    else {
      attributes.set(String(bare), token.replace(/^"|"$/g, ""));
      bare += 1;
    }
  }
  return attributes;
}
