import { createHash } from "node:crypto";
import { areOurLetters } from "./letters.ts";

/** What a card shows of an article: the picture that other sites show beside a link to it. */
export type Card = {
  publication: string;
  /** "", as headline and byline are, where our letters do not cover it. */
  section: string;
  headline: string;
  /** "By Ada Lim and Bo Park", or "". */
  byline: string;
  /** The lead picture, where there is one. */
  picture: { hash: string; focalX: number; focalY: number } | undefined;
};

export const CARD_WIDTH = 1_200;
export const CARD_HEIGHT = 630;

/** Grows when cards are drawn differently. */
const EDITION = 1;

/** The name of an article's card: another text or picture has another name, so a name always means the same bytes. */
export function cardName(articleId: number, card: Card): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([EDITION, card.publication, card.section, card.headline, card.byline, card.picture ?? null]))
    .digest("hex");
  return `${articleId}-${digest.slice(0, 16)}.jpeg`;
}

/** The article of a card's name, or undefined where it is no such name. */
export function articleOfCard(name: string): number | undefined {
  const [, id] = /^([1-9]\d{0,14})-[0-9a-f]{16}\.jpeg$/.exec(name) ?? [];
  return id === undefined ? undefined : Number(id);
}

/** A headline we cannot write is not missed where the lead picture speaks for it; without either, the publication does. */
export const canBeDrawn = ({ headline, publication, picture }: Card): boolean =>
  areOurLetters(publication) && (headline !== "" || picture === undefined);
