import assert from "node:assert/strict";
import { test } from "node:test";
import { wordForms } from "#core/search-forms";
import { countWords, searchWords } from "#core/search-words";

const tokens = (text: string) => searchWords(text).map(({ token }) => token);

test("capitals, accents and curly quotes make no other word", () => {
  assert.deepEqual(tokens("Café Großmächte Łódź"), ["cafe", "grossmachte", "lodz"]);
  assert.deepEqual(tokens("Korea’s"), tokens("Korea's"));
  assert.deepEqual(tokens("don’t l’Europe O'Brien"), ["dont", "l", "europe", "o", "brien"]);
  assert.deepEqual(tokens("U.S. and U.S"), ["us", "and", "us"]);
});

test("Chinese, Japanese and Korean are seen in overlapping pairs", () => {
  assert.deepEqual(tokens("中国经济"), ["中国", "国经", "经济", "济"]);
  assert.deepEqual(tokens("ガス"), tokens("ｶﾞｽ"));
  assert.deepEqual(tokens("선박".normalize("NFD")), ["선박", "박"]);
  assert.deepEqual(tokens("2026년 K팝"), ["2026", "년", "k", "팝"]);
});

test("each word says where it stood", () => {
  const text = "The «Fähre» ½ 선박 U.S.";
  for (const { start, end } of searchWords(text)) assert.match(text.slice(start, end), /^\S+$/);
  const found = searchWords(text).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(found, ["The", "Fähre", "½", "선박", "박", "U.S."]);
});

test("words are counted as they are read, however they are written", () => {
  const text = "Le Café, l’Europe, le café: U.S. and U.S. 中国经济 中国 Korea's don’t don't ½ A.B";
  const counts = new Map<string, number>();
  for (const token of tokens(text)) counts.set(token, (counts.get(token) ?? 0) + 1);
  assert.deepEqual([...countWords(text)].toSorted(), [...counts].toSorted());
  assert.equal(countWords(text).get("cafe"), 2);
  assert.equal(countWords("…").size, 0);
});

test("a word is found in its plural and in either spelling, but news is not new", () => {
  assert.ok(wordForms("ferries").includes("ferry"));
  assert.ok(wordForms("ferry").includes("ferries"));
  assert.ok(wordForms("organisation").includes("organization"));
  assert.deepEqual(wordForms("news"), ["news"]);
  assert.deepEqual(wordForms("선박"), ["선박"]);
});
