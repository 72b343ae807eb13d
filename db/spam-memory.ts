import { and, inArray, lte, sql } from "drizzle-orm";
import type { CommentStatus } from "#core/comment";
import { emptyMemory, type SpamMemory } from "#core/spam";
import { type Written, wordsToLearn } from "#core/spam-words";
import type { Reader, Writer } from "./client.ts";
import { preparedForList } from "./prepared.ts";
import { spamWord } from "./schema.ts";

/** The rows that count no word of their own: one the decisions, one the words of all of them. Neither can be a word. */
const DECISIONS = "";
const ALL_WORDS = " ";

const wordsKnown = preparedForList((on, words) =>
  on.select().from(spamWord).where(inArray(spamWord.word, words)).prepare(),
);

/** What has been learned about the words of one comment. */
export function recall(on: Reader, written: Written): SpamMemory {
  const { statement, values } = wordsKnown([DECISIONS, ALL_WORDS, ...wordsToLearn(written)], on);
  const words = new Map(statement.all(values).map(({ word, spam, wanted }) => [word, { spam, wanted }]));
  const { decisions, allWords } = emptyMemory;
  return { decisions: words.get(DECISIONS) ?? decisions, allWords: words.get(ALL_WORDS) ?? allWords, words };
}

type Decided = {
  status: CommentStatus;
  decidedBy: number | null;
  authorName: string;
  website: string | null;
  text: string;
};

const lessons: Partial<Record<CommentStatus, "spam" | "wanted">> = { approved: "wanted", spam: "spam" };

const writtenIn = ({ text, authorName, website }: Decided): Written => ({
  text,
  name: authorName,
  website: website ?? "",
});

/** Learns from what a person decides. What the software decided teaches nothing. */
export function learnFrom(tx: Writer, decided: Decided): void {
  const lesson = lessons[decided.status];
  if (lesson && decided.decidedBy !== null) count(tx, writtenIn(decided), lesson, 1);
}

/** Unlearns a decision that is taken back, or whose comment its writer erases: of words seen nowhere else none is left. */
export function unlearnFrom(tx: Writer, decided: Decided): void {
  const lesson = lessons[decided.status];
  if (!lesson || decided.decidedBy === null) return;
  const written = writtenIn(decided);
  count(tx, written, lesson, -1);
  tx.delete(spamWord)
    .where(and(inArray(spamWord.word, wordsToLearn(written)), lte(spamWord.spam, 0), lte(spamWord.wanted, 0)))
    .run();
}

function count(tx: Writer, written: Written, kind: "spam" | "wanted", times: 1 | -1): void {
  const words = wordsToLearn(written);
  const add = (word: string, number: number) =>
    tx
      .insert(spamWord)
      .values({ word, [kind]: Math.max(0, number) })
      .onConflictDoUpdate({ target: spamWord.word, set: { [kind]: sql`max(0, ${spamWord[kind]} + ${number})` } })
      .run();
  add(DECISIONS, times);
  add(ALL_WORDS, times * words.length);
  for (const word of words) add(word, times);
}
