import assert from "node:assert/strict";
import { test } from "node:test";
import { type Counts, emptyMemory, judgeSpam, type SpamMemory, type SpamSigns } from "#core/spam";
import { type Written, wordsToLearn } from "#core/spam-words";

const plain: SpamSigns = { trapFilled: false, stampAge: 0, seconds: undefined, elsewhere: 0 };
const written: Written = { text: "The ferries had stopped by Tuesday, and nobody said why.", name: "Ana", website: "" };

function taught(lessons: readonly [kind: "spam" | "wanted", text: string][]): SpamMemory {
  const [decisions, allWords] = [
    { spam: 0, wanted: 0 },
    { spam: 0, wanted: 0 },
  ];
  const words = new Map<string, Counts>();
  for (const [kind, text] of lessons) {
    decisions[kind] += 1;
    for (const word of wordsToLearn({ ...written, text })) {
      const known = words.get(word) ?? { spam: 0, wanted: 0 };
      known[kind] += 1;
      allWords[kind] += 1;
      words.set(word, known);
    }
  }
  return { decisions, allWords, words };
}

test("an ordinary comment is not doubted by a publication that has decided nothing yet", () => {
  const { score, signs } = judgeSpam(written, plain, emptyMemory);
  assert.ok(score < 0.2, String(score));
  assert.deepEqual(signs, []);
});

test("a filled trap is spam by itself; a missing stamp alone only makes a little doubtful", () => {
  assert.ok(judgeSpam(written, { ...plain, trapFilled: true }, emptyMemory).score >= 0.9);
  assert.ok(judgeSpam(written, { ...plain, stampAge: undefined }, emptyMemory).score < 0.5);
});

test("the same words under many articles are spam, under one other they are doubtful", () => {
  assert.ok(judgeSpam(written, { ...plain, elsewhere: 3 }, emptyMemory).score >= 0.9);
  const once = judgeSpam(written, { ...plain, elsewhere: 1 }, emptyMemory).score;
  assert.ok(once < 0.5 && once > 0.2, String(once));
});

test("letters of two alphabets in one word, and words said over and over, are signs", () => {
  const mixed = judgeSpam({ ...written, text: "Buy vіаgrа" }, plain, emptyMemory);
  assert.deepEqual(mixed.signs, ["scripts"]);
  const repeated = judgeSpam({ ...written, text: "cheap flights ".repeat(20) }, plain, emptyMemory);
  assert.deepEqual(repeated.signs, ["repeats"]);
  assert.deepEqual(judgeSpam({ ...written, text: "Ποῦ is Greek; Москва is Russian." }, plain, emptyMemory).signs, []);
});

test("what moderators decided is learned: the same kind of words is known again, and others are let through", () => {
  const memory = taught([
    ...Array.from({ length: 20 }, (_, at): ["spam", string] => [
      "spam",
      `Cheap pills online, offer ${at}, order today`,
    ]),
    ...Array.from({ length: 20 }, (_, at): ["wanted", string] => ["wanted", `The ferry minister said ${at} things`]),
  ]);
  const spam = judgeSpam({ ...written, text: "Order cheap pills" }, plain, memory);
  assert.ok(spam.score >= 0.9, String(spam.score));
  assert.ok(spam.signs.includes("word:pills"));
  assert.ok(judgeSpam({ ...written, text: "What the minister said" }, plain, memory).score < 0.1);
});

test("the first few decisions condemn nobody: one word that was spam once is no proof", () => {
  const memory = taught([
    ["spam", "Cheap pills online, order today"],
    ["spam", "Order your replica watches"],
    ["wanted", "The minister said nothing"],
    ["wanted", "And the ferry was late"],
  ]);
  assert.ok(judgeSpam({ ...written, text: "In what order will they sail today?" }, plain, memory).score < 0.5);
});

test("a comment longer than spam usually is, of words that stand in either, is no spam for its length", () => {
  const common = "people say what they think about the price of bread and the weather in the north";
  const memory = taught([
    ...Array.from({ length: 40 }, (_, at): ["spam", string] => ["spam", `${common} order cheap pills ${at} ${common}`]),
    ...Array.from({ length: 40 }, (_, at): ["wanted", string] => ["wanted", at % 3 === 0 ? common : "Thank you."]),
  ]);
  assert.ok(judgeSpam({ ...written, text: `${common}. `.repeat(2) }, plain, memory).score < 0.5);
  assert.ok(judgeSpam({ ...written, text: `${common}; order cheap pills` }, plain, memory).score >= 0.5);
});

test("what is shouted is learned as it is written: FREE teaches nothing about free", () => {
  const memory = taught([
    ...Array.from({ length: 30 }, (_, at): ["spam", string] => ["spam", `FREE number ${at}`]),
    ...Array.from({ length: 30 }, (_, at): ["wanted", string] => ["wanted", `a free press, number ${at}`]),
  ]);
  const shouted = judgeSpam({ ...written, text: "FREE entry" }, plain, memory);
  const said = judgeSpam({ ...written, text: "free entry" }, plain, memory);
  assert.ok(shouted.signs.includes("word:FREE"));
  assert.ok(shouted.score > said.score);
});

test("a link speaks for spam until decisions have shown that here it does not", () => {
  const linked = { ...written, text: "See https://example.org/report and https://example.org/annex for the numbers." };
  const memory = taught([
    ...Array.from({ length: 40 }, (_, at): ["spam", string] => ["spam", `cheap pills ${at} today`]),
    ...Array.from({ length: 40 }, (_, at): ["wanted", string] => ["wanted", `compare https://example.org/${at} there`]),
  ]);
  assert.ok(judgeSpam(linked, plain, memory).score < judgeSpam(linked, plain, emptyMemory).score);
});

test("no address is ever learned", () => {
  const words = wordsToLearn({ text: "Write to ana@example.org, please", name: "Ana", website: "" });
  assert.ok(!words.some((word) => word.includes("ana") || word.includes("example")));
});

test("a host with a line in its name says as much as any other: only neighbours count for less", () => {
  const scoreOf = (host: string) => {
    const see = (address: string) => `See https://${address}/ now`;
    const memory = taught([
      ["spam", see(host)],
      ["wanted", see("tides.example")],
    ]);
    return judgeSpam({ ...written, text: see(host) }, plain, memory).score;
  };
  assert.equal(scoreOf("cheap_pills.example"), scoreOf("cheap-pills.example"));
});
