import { linksIn } from "./comment-text.ts";
import { isPair, mixesScripts, repetitionIn, type Written, wordsToLearn } from "./spam-words.ts";

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

export type Counts = { spam: number; wanted: number };

/** How often words stood in comments that were decided on. */
export type SpamMemory = {
  decisions: Counts;
  /** The words of all of them: where spam is longer than what is wanted, every word stands in it more often. */
  allWords: Counts;
  words: ReadonlyMap<string, Counts>;
};

const none: Counts = { spam: 0, wanted: 0 };
export const emptyMemory: SpamMemory = { decisions: none, allWords: none, words: new Map() };

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

/** How many sightings' worth of doubt every word begins with. */
const DOUBT = 4;
/** How much the words weigh beside the signs. */
const WORDS_WEIGH = 7;
/** How much a pair of neighbours counts beside the two words themselves. */
const PAIRS_COUNT = 0.3;
/** A word that is at least so much likelier in spam is named to moderators; in log-odds. */
const WORTH_NAMING = 0.5;
const MOST_NAMED = 5;
/** After so many decisions of each kind, half of what the words say counts. */
const HALF_SURE = 4;
/** The words alone cannot outweigh everything else. */
const MOST_FROM_WORDS = 9;

export type SpamJudgement = { score: number; signs: string[] };

/** From 0 (wanted) to 1 (spam), with what spoke for it, the strongest first. */
export function judgeSpam(written: Written, signs: SpamSigns, memory: SpamMemory): SpamJudgement {
  const found: Weighed[] = [];
  const links = linksIn(written.text).length;
  if (signs.trapFilled) found.push(["trap", weights.trap]);
  if (signs.stampAge === undefined) found.push(["no-stamp", weights["no-stamp"]]);
  else if (signs.stampAge > 90) found.push(["old-form", weights["old-form"]]);
  if (signs.seconds !== undefined && signs.seconds < 3) found.push(["too-fast", weights["too-fast"]]);
  if (signs.elsewhere > 0)
    found.push([`elsewhere:${signs.elsewhere}`, weights.elsewhere * Math.min(signs.elsewhere, 3)]);
  // Until the publication's own decisions have shown what links mean here.
  if (links > 0) found.push([`links:${links}`, weights.links * Math.min(links, 6) * (1 - sureness(memory))]);
  if (repetitionIn(written.text) > 0.6) found.push(["repeats", weights.repeats]);
  if (mixesScripts(`${written.name} ${written.text}`)) found.push(["scripts", weights.scripts]);
  const words = weighWords(written, memory);
  const logOdds = START + found.reduce((sum, [, weight]) => sum + weight, 0) + sumOfWords(words) * sureness(memory);
  const named = words.filter(([, weight]) => weight >= WORTH_NAMING).sort(strongestFirst);
  const told = named.slice(0, MOST_NAMED).map(([word]) => signOfWord(word));
  return {
    score: 1 / (1 + Math.exp(-logOdds)),
    signs: [...found.sort(strongestFirst).map(([sign]) => sign), ...told],
  };
}

/** A sign, or a word that was learned, with what it adds to the log-odds. */
type Weighed = [sign: string, weight: number];
const strongestFirst = (one: Weighed, other: Weighed) => other[1] - one[1];
/** As a finding, which holds no spaces. */
const signOfWord = (word: string) => `word:${word.replaceAll(" ", "_")}`;

function sureness({ decisions: { spam, wanted } }: SpamMemory): number {
  const least = Math.min(spam, wanted);
  return least / (least + HALF_SURE);
}

/**
 * What each known word adds to the log-odds. The doubt is shared out as all words are: where spam has used more words, a
 * word seen once, in spam, is there by chance more easily, and says less.
 */
function weighWords(written: Written, { allWords, words }: SpamMemory): Weighed[] {
  if (allWords.spam === 0 || allWords.wanted === 0) return [];
  const ofSpam = allWords.spam / (allWords.spam + allWords.wanted);
  const ofWanted = 1 - ofSpam;
  return wordsToLearn(written).flatMap((word): Weighed[] => {
    const known = words.get(word);
    if (!known) return [];
    const inSpam = (known.spam + DOUBT * ofSpam) / ofSpam;
    const inWanted = (known.wanted + DOUBT * ofWanted) / ofWanted;
    return [[word, Math.log(inSpam / inWanted)]];
  });
}

/** Words stand together in sentences, so that four times as many say only twice as much. */
function sumOfWords(words: readonly Weighed[]): number {
  let [sum, squares] = [0, 0];
  for (const [word, weight] of words) {
    const counts = isPair(word) ? PAIRS_COUNT : 1;
    sum += counts * weight;
    squares += counts ** 2;
  }
  const said = squares === 0 ? 0 : (WORDS_WEIGH * sum) / Math.sqrt(squares);
  return Math.max(-MOST_FROM_WORDS, Math.min(MOST_FROM_WORDS, said));
}
