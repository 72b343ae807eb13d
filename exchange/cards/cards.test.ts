import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import sharp from "sharp";
import { dataPath } from "#db/environment";
import { articleOfCard, CARD_HEIGHT, CARD_WIDTH, type Card, canBeDrawn, cardName } from "./card.ts";
import { keptCard } from "./kept-card.ts";

const card: Card = {
  publication: "The Paper",
  section: "Asia",
  headline: "Łódź & Việt Nam <b>: a very long headline about the rivers of the world </b>".repeat(4),
  byline: "By Ada Lim",
  picture: undefined,
};

test("a card's name tells its article, and changes with what the card shows", () => {
  const name = cardName(12, card);
  assert.equal(articleOfCard(name), 12);
  assert.notEqual(cardName(12, { ...card, headline: "Another" }), name);
  for (const wrong of ["12.jpeg", "../12-0123456789abcdef.jpeg", "0-0123456789abcdef.jpeg"]) {
    assert.equal(articleOfCard(wrong), undefined, wrong);
  }
});

test("what our letters cannot write has no card", () => {
  assert.ok(canBeDrawn(card));
  assert.ok(!canBeDrawn({ ...card, headline: "한강을 밤에 건너는 사람들" }));
  assert.ok(!canBeDrawn({ ...card, headline: "A fish 🐟" }));
});

test("a card is drawn once, in its full size, whatever the headline", async () => {
  const name = cardName(12, card);
  const drawn = await keptCard(name, card);
  const { width, height, format } = await sharp(drawn).metadata();
  assert.deepEqual([width, height, format], [CARD_WIDTH, CARD_HEIGHT, "jpeg"]);
  assert.deepEqual(await keptCard(name, card), drawn);
  assert.deepEqual(
    readdirSync(dataPath("cards")).filter((file) => file.endsWith(".jpeg")),
    [name],
  );
});
