import { linksIn } from "./comment-text.ts";
import { mixesScripts, repetitionIn, type Written, wordsToLearn } from "./spam-words.ts";

/*
 * Spam is judged here and by nobody else. A few signs that hold anywhere, and what this publication's own moderators have
 * decided: a naive Bayes model over the words of their decisions, which says nothing until it has seen some.
 */

/** What came with a comment beside its words. */
export type SpamSigns = {
  /** The field that people do not see was filled in. */
  trapFilled: boolean;
  /** Days since the form was printed; undefined where the form is not one of ours. */
  stampAge: number | undefined;
  /** Seconds from the first key to sending, where the page could tell; people need some. */
  seconds: number | undefined;
  /** The same words already stand under so many other articles. */
  elsewhere: number;
};

/** How often words stood in comments that were decided on. */
export type SpamMemory = {
  spam: number;
  wanted: number;
  words: ReadonlyMap<string, { spam: number; wanted: number }>;
};

export const emptyMemory: SpamMemory = { spam: 0, wanted: 0, words: new Map() };

/** Where a comment with no sign at all stands: about one in fifteen. In log-odds, like every weight below. */
const START = -2.6;

const weights = {
  trap: 6,
  "no-stamp": 1.4,
  "old-form": 0.6,
  "too-fast": 1.6,
  elsewhere: 2.2,
  links: 0.7,
  repeats: 1.8,
  scripts: 2,
} as const;

const MOST_TELLING = 24;
const SMOOTHING = 0.6;
/** After so many decisions of each kind, half of what the words say counts. */
const HALF_SURE = 6;
/** The words alone cannot outweigh everything else. */
const MOST_FROM_WORDS = 9;

export type SpamJudgement = { score: number; signs: string[] };

/** From 0 (wanted) to 1 (spam), with what spoke for it, the strongest first. */
export function judgeSpam(written: Written, signs: SpamSigns, memory: SpamMemory): SpamJudgement {
  const found: [sign: string, weight: number][] = [];
  const links = linksIn(written.text).length;
  if (signs.trapFilled) found.push(["trap", weights.trap]);
  if (signs.stampAge === undefined) found.push(["no-stamp", weights["no-stamp"]]);
  else if (signs.stampAge > 90) found.push(["old-form", weights["old-form"]]);
  if (signs.seconds !== undefined && signs.seconds < 3) found.push(["too-fast", weights["too-fast"]]);
  if (signs.elsewhere > 0)
    found.push([`elsewhere:${signs.elsewhere}`, weights.elsewhere * Math.min(signs.elsewhere, 3)]);
  if (links > 0) found.push([`links:${links}`, weights.links * Math.min(links, 6)]);
  if (repetitionIn(written.text) > 0.6) found.push(["repeats", weights.repeats]);
  if (mixesScripts(`${written.name} ${written.text}`)) found.push(["scripts", weights.scripts]);
  const words = tellingWords(written, memory);
  const fromWords = words.reduce((sum, [, weight]) => sum + weight, 0);
  const bounded = Math.max(-MOST_FROM_WORDS, Math.min(MOST_FROM_WORDS, fromWords)) * sureness(memory);
  const logOdds = START + found.reduce((sum, [, weight]) => sum + weight, 0) + bounded;
  const told = [...found, ...words.filter(([, weight]) => weight > 0.7).slice(0, 5)];
  return {
    score: 1 / (1 + Math.exp(-logOdds)),
    signs: told.sort((one, other) => other[1] - one[1]).map(([sign]) => sign),
  };
}

function sureness({ spam, wanted }: SpamMemory): number {
  const least = Math.min(spam, wanted);
  return least / (least + HALF_SURE);
}

/** The words that say most either way, with the log of how much likelier each is in spam. */
function tellingWords(written: Written, { spam, wanted, words }: SpamMemory): [string, number][] {
  if (spam === 0 || wanted === 0) return [];
  return wordsToLearn(written)
    .flatMap((word): [string, number][] => {
      const known = words.get(word);
      if (!known) return [];
      const inSpam = (known.spam + SMOOTHING) / (spam + 2 * SMOOTHING);
      const inWanted = (known.wanted + SMOOTHING) / (wanted + 2 * SMOOTHING);
      return [[`word:${word.replaceAll(" ", "_")}`, Math.log(inSpam / inWanted)]];
    })
    .sort((one, other) => Math.abs(other[1]) - Math.abs(one[1]))
    .slice(0, MOST_TELLING)
    .sort((one, other) => other[1] - one[1]);
}
