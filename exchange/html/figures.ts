import type { Block, Mark } from "#core/document";
import type { FoundPicture } from "../html-document.ts";
import { card, webAddress } from "./addresses.ts";
import type { Conversion } from "./conversion.ts";
import {
  attribute,
  attributes,
  descendants,
  type Element,
  firstOf,
  hasClass,
  isElement,
  lineOf,
  oneLine,
  rawText,
} from "./elements.ts";
import { pullQuoteOf } from "./passages.ts";
import { tableOf } from "./tables.ts";

const PLAYERS = ["iframe", "video", "audio", "embed", "object"];

/** `<figure>`, a captioned picture of older WordPress, or a card of ours. */
export const isFigure = (element: Element): boolean =>
  element.tagName === "figure" ||
  (element.tagName === "div" && hasClass(element, "wp-caption", "embed")) ||
  (element.tagName === "dl" && hasClass(element, "gallery-item"));

export function figureBlocks(conversion: Conversion, element: Element, marks: readonly Mark[]): Block[] {
  if (hasClass(element, "pull-quote", "pullquote", "wp-block-pullquote")) {
    return pullQuoteOf(conversion, element, marks);
  }
  if (hasClass(element, "embed")) return cardBlocks(conversion, element, marks);
  const captionElement = ownCaption(element);
  const rest = element.childNodes.filter((child) => child !== captionElement);
  const { caption, credit } = captionOf(captionElement);
  const images = [...descendants(element)].filter(({ tagName }) => tagName === "img");
  const table = firstOf(element, "table");
  if (table && images.length === 0) return tableOf(conversion, table, marks, caption);
  if (images.length === 1 || attribute(element, "data-picture") !== "") {
    const found = { ...foundIn(images[0] ?? element, element), caption };
    const beside = lineOf({ childNodes: rest });
    return [
      ...pictureBlocks(conversion, { ...found, credit: credit || found.credit }, captionElement, marks),
      ...paragraphOf(beside === caption ? "" : beside),
    ];
  }
  const player = firstOf(element, ...PLAYERS);
  if (player && images.length === 0) return playerBlocks(conversion, player, caption);
  if (hasClass(element, "wp-block-embed", "wp-embed")) {
    const address = webAddress(lineOf({ childNodes: rest }), conversion.options.base);
    if (address) return [card(address, caption)];
  }
  const blocks = conversion.blocksOf(rest, marks);
  const quotation = blocks.length === 1 ? blocks[0] : undefined;
  if (quotation?.type === "blockquote" && !quotation.attrs && caption !== "" && caption.length <= 500) {
    return [{ ...quotation, attrs: { source: caption } }];
  }
  return [...blocks, ...(captionElement ? conversion.blocksOf(captionElement.childNodes, marks) : [])];
}

const paragraphOf = (text: string): Block[] =>
  text === "" ? [] : [{ type: "paragraph", content: [{ type: "text", text }] }];

/** The caption of a figure, and not of a figure inside it. */
function ownCaption(figure: Element): Element | undefined {
  const waiting = [...figure.childNodes];
  for (let node = waiting.shift(); node; node = waiting.shift()) {
    if (!isElement(node)) continue;
    if (node.tagName === "figcaption" || hasClass(node, "wp-caption-text", "gallery-caption", "wp-element-caption"))
      return node;
    if (node.tagName !== "figure") waiting.push(...node.childNodes);
  }
  return undefined;
}

/** The words under a picture, with the credit apart where the markup tells it apart. */
function captionOf(element: Element | undefined): { caption: string; credit: string } {
  if (!element) return { caption: "", credit: "" };
  const credit = [...descendants(element)].find((each) =>
    hasClass(each, "credit", "media-credit", "image-credit", "wp-credit"),
  );
  const caption = lineOf({ childNodes: element.childNodes.filter((node) => node !== credit) });
  return credit?.parentNode === element
    ? { caption, credit: lineOf(credit) }
    : { caption: lineOf(element), credit: "" };
}

function foundIn(image: Element, figure?: Element): FoundPicture {
  const all = { ...(figure ? attributes(figure) : {}), ...attributes(image) };
  const src = [all.src, all["data-src"], all["data-lazy-src"], all["data-original"], all["data-orig-file"]].find(
    (each) => each && !each.startsWith("data:"),
  );
  return {
    src: src ?? "",
    alt: oneLine(all.alt ?? all["data-alt"] ?? ""),
    caption: "",
    credit: oneLine(all["data-credit"] ?? ""),
    attributes: all,
  };
}

/** A block whose picture is its background, as WordPress' covers are: the picture, then what stands on it. */
export function coverBlocks(conversion: Conversion, element: Element, marks: readonly Mark[]): Block[] {
  const src = backgroundOf(element) ?? "";
  const found = { src, alt: "", caption: "", credit: "", attributes: attributes(element) };
  return [...pictureBlocks(conversion, found, undefined, marks), ...conversion.blocksOf(element.childNodes, marks)];
}

/** The address of an element's background picture. */
export const backgroundOf = (element: Element): string | undefined =>
  /background(?:-image)?\s*:\s*url\(\s*["']?([^"')]+)/i.exec(attribute(element, "style"))?.[1]?.trim();

/** What a picture without a figure becomes. Counting pixels never were pictures. */
export function imageBlocks(conversion: Conversion, image: Element, marks: readonly Mark[]): Block[] {
  const isPixel = attribute(image, "width") === "1" && attribute(image, "height") === "1";
  return isPixel ? [] : pictureBlocks(conversion, foundIn(image), undefined, marks);
}

function pictureBlocks(
  conversion: Conversion,
  found: FoundPicture,
  captionElement: Element | undefined,
  marks: readonly Mark[],
): Block[] {
  const picture = conversion.options.picture?.(found);
  if (picture) {
    const { alt, caption, credit } = picture.attrs;
    if (alt.length > 2_000 || caption.length > 2_000 || credit.length > 500)
      conversion.tally.add("cut", caption || alt);
    const attrs = {
      ...picture.attrs,
      alt: alt.slice(0, 2_000),
      caption: caption.slice(0, 2_000),
      credit: credit.slice(0, 500),
    };
    return [{ type: "picture", attrs }];
  }
  conversion.tally.add("picture", found.src || found.alt);
  const address = webAddress(found.src, conversion.options.base);
  if (conversion.options.missingPicture === "card" && address) {
    return [card(address, found.caption || found.alt, found.credit)];
  }
  return captionElement ? conversion.blocksOf(captionElement.childNodes, marks) : [];
}

/** A frame or a player of another site becomes a card that leads there. */
export function playerBlocks(conversion: Conversion, element: Element, caption = ""): Block[] {
  const source = firstOf(element, "source", "embed");
  const given = [
    attribute(element, "src"),
    attribute(element, "data-src"),
    attribute(element, "data"),
    source ? attribute(source, "src") : "",
  ];
  const address = given.map((each) => webAddress(each, conversion.options.base)).find((each) => each !== undefined);
  if (address) return [card(address, caption || oneLine(attribute(element, "title")))];
  conversion.tally.add("player", given.find(Boolean));
  return paragraphOf(caption);
}

/** `<div class="embed"><a href>title</a><p>description</p></div>`, as we write cards ourselves. */
function cardBlocks(conversion: Conversion, element: Element, marks: readonly Mark[]): Block[] {
  const link = firstOf(element, "a");
  const address = link && webAddress(attribute(link, "href"), conversion.options.base);
  if (link && address) return [card(address, lineOf(link), oneLine(rawText(element).replace(rawText(link), "")))];
  const player = firstOf(element, ...PLAYERS);
  return player ? playerBlocks(conversion, player) : conversion.blocksOf(element.childNodes, marks);
}
