import { bylineText } from "#core/byline";
import type { PublishedCard } from "#db/published";
import { articleOfCard, type Card, canBeDrawn, cardName } from "#exchange/cards/card";
import { keptCard } from "#exchange/cards/kept-card";
import { areOurLetters } from "#exchange/cards/letters";
import { findSettings, showCards } from "./site-queries";

async function cardOf(article: PublishedCard): Promise<Card> {
  const { name } = await findSettings();
  const inOurLetters = (text: string) => (areOurLetters(text) ? text : "");
  return {
    publication: name,
    section: inOurLetters(article.section.name),
    headline: inOurLetters(article.headline),
    byline: inOurLetters(bylineText(article.bylines)),
    picture: article.picture
      ? { hash: article.picture.hash, focalX: article.picture.focalX, focalY: article.picture.focalY }
      : undefined,
  };
}

/** Where the card of an article is; undefined where its lead picture says more than a card would. */
export async function findCardPath(article: PublishedCard): Promise<string | undefined> {
  const card = await cardOf(article);
  return canBeDrawn(card) ? `/cards/${cardName(article.id, card)}` : undefined;
}

/**
 * The card of a name, or where the article's present card is: links that were shared before a headline was changed ask
 * for the former one. Undefined where readers do not see the article, or it has no card.
 */
export async function findCard(name: string): Promise<{ card: Buffer } | { movedTo: string } | undefined> {
  const id = articleOfCard(name);
  const [article] = id === undefined ? [] : await showCards([id]);
  if (!article) return undefined;
  const card = await cardOf(article);
  if (!canBeDrawn(card)) return undefined;
  const present = cardName(article.id, card);
  return present === name ? { card: await keptCard(name, card) } : { movedTo: `/cards/${present}` };
}
