import assert from "node:assert/strict";
import { test } from "node:test";
import { findPassage, markWords } from "#core/search-passage";
import { parseSearchQuery, quotedQuery } from "#core/search-query";
import { slipsBetween } from "#core/search-spelling";

const places = (typed: string) => parseSearchQuery(typed).wanted.map((term) => term.places.map(([form]) => form));

test("words, phrases and words to leave out are told apart", () => {
  const query = parseSearchQuery('ferry "south sea" -strike -"old port"');
  assert.deepEqual(places('ferry "south sea" -strike'), [["ferry"], ["south", "sea"]]);
  assert.deepEqual(
    query.unwanted.map((term) => term.places.map(([form]) => form)),
    [["strike"], ["old", "port"]],
  );
});

test("a hyphen inside a word leaves nothing out, and curly or unfinished quotes are quotes", () => {
  assert.deepEqual(places("F-35"), [["f", "35"]]);
  assert.deepEqual(places("“south sea”"), [["south", "sea"]]);
  assert.deepEqual(places('tide "south sea'), [["tide"], ["south", "sea"]]);
});

test("words that every text holds are passed over, unless nothing else was typed or they are quoted", () => {
  assert.deepEqual(places("the price of rice"), [["price"], ["rice"]]);
  assert.deepEqual(places("the"), [["the"]]);
  assert.deepEqual(places('"the who"'), [["the", "who"]]);
});

test("what was typed is quoted as a sentence quotes it", () => {
  const quoted = (typed: string) => quotedQuery(parseSearchQuery(typed));
  assert.equal(quoted("fery"), "“fery”");
  assert.equal(quoted('"south sea"'), "“south sea”");
  assert.equal(quoted("“south sea"), "“south sea”");
  assert.equal(quoted('tide "south sea" -strike'), "“tide ‘south sea’ -strike”");
  assert.equal(quoted("don't"), "“don't”");
});

test("a phrase is exact, a word is not", () => {
  assert.deepEqual(parseSearchQuery('"ferries"').wanted[0]?.places, [["ferries"]]);
  assert.ok(parseSearchQuery("ferries").wanted[0]?.places[0]?.includes("ferry"));
});

test("nothing but signs asks for nothing", () => {
  for (const typed of ["", "   ", '"', "-", '""', "* * *", "AND(", "-- ;", "\u0000"]) {
    const { wanted } = parseSearchQuery(typed);
    assert.ok(wanted.length === 0 || typed.startsWith("AND"), typed);
  }
});

const marked = (text: string, typed: string) =>
  markWords(text, parseSearchQuery(typed).wanted)
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join("");

test("what was looked for is marked as it was printed", () => {
  assert.equal(marked("Ferries to the Café’s pier", "ferry cafe"), "[Ferries] to the [Café’s] pier");
  assert.equal(marked("the F-35 and the F 36", "f-35"), "the [F-35] and the F 36");
  assert.equal(marked("중국경제 전망", "국경제"), "중[국경제] 전망");
  assert.equal(marked("東京の船は", "船"), "東京の[船]は");
  assert.equal(marked("economists of the economy", "econom*"), "[economists] of the [economy]");
});

test("a passage shows the place where most of it stands together", () => {
  const text = `A ferry. ${"Nothing here. ".repeat(60)}The ferry strike began. ${"Nothing more. ".repeat(60)}`;
  const passage = findPassage(text, parseSearchQuery("ferry strike").wanted);
  const shown = passage?.map((part) => part.text).join("") ?? "";
  assert.match(shown, /^… .*The ferry strike began.* …$/);
  assert.ok(shown.length < 320);
  assert.equal(findPassage(text, parseSearchQuery("dolphin").wanted), undefined);
});

test("a text is never cut inside a letter", () => {
  const text = `${"🐟".repeat(200)} ferry ${"🐟".repeat(200)}`;
  const shown = findPassage(text, parseSearchQuery("ferry").wanted) ?? [];
  assert.ok(shown.every((part) => part.text.isWellFormed()));
});

test("slips are counted up to a limit", () => {
  assert.equal(slipsBetween("korea", "kroea", 2), 1);
  assert.equal(slipsBetween("ferry", "fery", 2), 1);
  assert.equal(slipsBetween("ferry", "strike", 2), 3);
});
