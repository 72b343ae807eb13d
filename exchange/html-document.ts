import { parseFragment } from "parse5";
import type { Document, Picture } from "#core/document";
import { Conversion } from "./html/conversion.ts";
import { findFootnotes } from "./html/footnotes.ts";
import { isOutOfProportion, withoutMarkup } from "./html/nesting.ts";
import { type Left, Tally } from "./html/tally.ts";

/** A picture as some markup names it. `src` is the address of the file, "" where the markup names it otherwise. */
export type FoundPicture = {
  src: string;
  alt: string;
  caption: string;
  credit: string;
  /** Of the `<img>` and of the figure around it. */
  attributes: Readonly<Record<string, string>>;
};

export type HtmlOptions = {
  /** The kept picture for one that the markup names; without an answer it is left out and counted. */
  picture?: (found: FoundPicture) => Picture | undefined;
  /** What stands for a picture without an answer: nothing, or a card that leads to the file where it was. */
  missingPicture?: "leave" | "card";
  /** The page's former address, from which relative links are completed. */
  base?: string;
  /** Notes kept apart from the text, as WordPress does: HTML by the name in `data-fn`. */
  footnotes?: ReadonlyMap<string, string>;
};

/**
 * The body document for HTML of any vintage. Never fails: what a body cannot hold is unwrapped where it has words, and
 * otherwise left out and told in `left`, by kind and with counts.
 */
export function documentFromHtml(html: string, options: HtmlOptions = {}): { document: Document; left: Left[] } {
  const tally = new Tally();
  let markup = html.toWellFormed();
  if (isOutOfProportion(markup)) {
    tally.add("depth");
    markup = withoutMarkup(markup);
  }
  const root = parseFragment(markup, { scriptingEnabled: false });
  const conversion = new Conversion(options, tally, findFootnotes(root));
  return { document: { type: "doc", content: conversion.blocksOf(root.childNodes) }, left: tally.left };
}
