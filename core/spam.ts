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

/** Words that count, of a comment: those that say most. */
const MOST_TELLING = 150;
/** A word has to have been seen this often before it says anything. */
const SEEN_BEFORE = 2;
/** How many sightings' worth of doubt every word begins with. */
const DOUBT = 1.5;
/** A word that is nearly as likely in either says nothing. */
const INDIFFERENT = 0.1;
/** So many words say as much as each would alone; of more, which stand together in sentences, each says less. */
const WORDS_ALONE = 8;
const LEAST_PART = 0.35;
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
  const told = [...found, ...words.filter(([, weight]) => weight > 0.3).slice(0, 5)];
  return {
    score: 1 / (1 + Math.exp(-logOdds)),
    signs: told.sort((one, other) => other[1] - one[1]).map(([sign]) => sign),
  };
}

function sureness({ spam, wanted }: SpamMemory): number {
  const least = Math.min(spam, wanted);
  return least / (least + HALF_SURE);
}

/** The words that say most either way, with what each adds to the log-odds. */
function tellingWords(written: Written, { spam, wanted, words }: SpamMemory): [string, number][] {
  if (spam === 0 || wanted === 0) return [];
  const telling = wordsToLearn(written)
    .flatMap((word): [string, number][] => {
      const known = words.get(word);
      const seen = known ? known.spam + known.wanted : 0;
      if (!known || seen < SEEN_BEFORE) return [];
      const [inSpam, inWanted] = [known.spam / spam, known.wanted / wanted];
      const likely = (DOUBT * 0.5 + (seen * inSpam) / (inSpam + inWanted)) / (DOUBT + seen);
      if (Math.abs(likely - 0.5) < INDIFFERENT) return [];
      return [[`word:${word.replaceAll(" ", "_")}`, Math.log(likely / (1 - likely))]];
    })
    .sort((one, other) => Math.abs(other[1]) - Math.abs(one[1]))
    .slice(0, MOST_TELLING);
  const part = Math.max(LEAST_PART, Math.min(1, WORDS_ALONE / telling.length));
  return telling
    .map(([word, weight]): [string, number] => [word, weight * part])
    .sort((one, other) => other[1] - one[1]);
}
