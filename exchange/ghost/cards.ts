import { z } from "zod";
import { escapeHtml } from "../document-html.ts";

export type Rendered = {
  html: string;
  /** The names of cards that could not be taken. */
  unknown: string[];
};

type Card = Readonly<Record<string, unknown>>;

/** Cards that speak to Ghost's members or its mail, or have nothing to show. */
const NOT_FOR_READERS = new Set(["email", "email-cta", "paywall", "signup", "call-to-action"]);

/** Whether a card that could not be taken is nothing that readers miss. */
export const isForMembers = (name: string): boolean => NOT_FOR_READERS.has(name);

const text = (card: Card, ...names: string[]): string => {
  for (const name of names) if (typeof card[name] === "string" && card[name] !== "") return card[name];
  return "";
};
const metadata = (card: Card): Card => z.record(z.string(), z.unknown()).safeParse(card.metadata).data ?? {};
const paragraph = (html: string): string => (html === "" ? "" : `<p>${html}</p>`);

function figure(src: string, alt: string, caption: string): string {
  const below = caption === "" ? "" : `<figcaption>${caption}</figcaption>`;
  return `<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">${below}</figure>`;
}

function link(href: string, title: string, description = ""): string {
  if (href === "") return paragraph(escapeHtml(title));
  return `<div class="embed"><a href="${escapeHtml(href)}">${escapeHtml(title || href)}</a>${paragraph(escapeHtml(description))}</div>`;
}

const cards: Readonly<Record<string, ((card: Card) => string) | undefined>> = {
  image: (card) => figure(text(card, "src"), text(card, "alt"), text(card, "caption")),
  gallery: (card) => {
    const images = z.array(z.record(z.string(), z.unknown())).safeParse(card.images).data ?? [];
    return `${images.map((image) => figure(text(image, "src"), text(image, "alt"), text(image, "caption"))).join("\n")}${paragraph(text(card, "caption"))}`;
  },
  horizontalrule: () => "<hr>",
  hr: () => "<hr>",
  codeblock: (card) => code(card),
  code: (card) => code(card),
  html: (card) => text(card, "html"),
  embed: (card) =>
    link(
      text(card, "url"),
      text(metadata(card), "title") || text(card, "caption"),
      text(metadata(card), "description"),
    ),
  bookmark: (card) => link(text(card, "url"), text(metadata(card), "title"), text(metadata(card), "description")),
  button: (card) =>
    `<p><a href="${escapeHtml(text(card, "buttonUrl"))}">${escapeHtml(text(card, "buttonText"))}</a></p>`,
  callout: (card) =>
    `<blockquote><p>${escapeHtml(text(card, "calloutEmoji"))} ${text(card, "calloutText")}</p></blockquote>`,
  toggle: (card) => `<h3>${text(card, "heading")}</h3>${text(card, "content")}`,
  file: (card) => link(text(card, "src"), text(card, "fileTitle", "fileName"), text(card, "fileCaption")),
  audio: (card) => link(text(card, "src"), text(card, "title")),
  video: (card) => link(text(card, "src"), text(card, "caption", "fileName")),
  header: (card) => `<h2>${text(card, "header", "heading")}</h2>${paragraph(text(card, "subheader", "subheading"))}`,
  product: (card) =>
    `${text(card, "productImageSrc") === "" ? "" : figure(text(card, "productImageSrc"), "", "")}<h3>${text(card, "productTitle")}</h3>${text(card, "productDescription")}`,
};

function code(card: Card): string {
  const language = text(card, "language");
  const name = language === "" ? "" : ` class="language-${escapeHtml(language)}"`;
  return `<pre><code${name}>${escapeHtml(text(card, "code"))}</code></pre>${paragraph(text(card, "caption"))}`;
}

/** A card of Ghost as HTML. Undefined, and named in `unknown`, where we have nothing like it. */
export function cardHtml(name: string, card: Card, unknown: Set<string>): string | undefined {
  if (Object.hasOwn(cards, name)) return cards[name]?.(card);
  unknown.add(name);
  return undefined;
}
