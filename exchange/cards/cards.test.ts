import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import sharp from "sharp";
import { difficultTexts } from "#core/testing/difficult-texts";
import { dataPath } from "#db/environment";
import { articleOfCard, CARD_HEIGHT, CARD_WIDTH, type Card, canBeDrawn, cardName } from "./card.ts";
import { drawCard } from "./draw-card.ts";
import { keptCard } from "./kept-card.ts";
import { areOurLetters } from "./letters.ts";

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

test("what our letters cannot write is left out; where a picture speaks for it, or nothing is left, there is no card", () => {
  const picture = { hash: "a", focalX: 50, focalY: 50 };
  for (const headline of [
    "한강을 밤에 건너는 사람들",
    "渡し船",
    "夜间渡轮",
    "عبّارة الليل",
    "A fish 🐟",
    "「Rivers」",
    "Page ③",
    "In 2 parts ١",
  ]) {
    assert.ok(!areOurLetters(headline), headline);
  }
  for (const headline of [
    "Łódź, Việt Nam, Ωκεανός, Паром",
    "“It’s 5 %” – she said … €3",
    "Vi\u0065\u0323\u0302t Nam",
  ]) {
    assert.ok(areOurLetters(headline), headline);
  }
  assert.ok(canBeDrawn(card) && canBeDrawn({ ...card, picture }));
  assert.ok(canBeDrawn({ ...card, headline: "" }));
  assert.ok(!canBeDrawn({ ...card, headline: "", picture }));
  assert.ok(!canBeDrawn({ ...card, publication: "한겨레" }));
});

test("no headline keeps a card from being drawn", async () => {
  const written = difficultTexts.filter((text) => areOurLetters(text) && /[<>&"'\\{}]/.test(text));
  assert.ok(written.length > 20);
  // Some of them: a card takes a third of a second.
  const step = Math.ceil(written.length / 12);
  for (const headline of ["", " ", "\u0301", ...written.filter((_, at) => at % step === 0)]) {
    const { width, height } = await sharp(await drawCard({ ...card, headline, section: "", byline: "" })).metadata();
    assert.deepEqual([width, height], [CARD_WIDTH, CARD_HEIGHT], headline);
  }
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
