import { eq, inArray, sql } from "drizzle-orm";
import type { SpamMemory } from "#core/spam";
import { type Written, wordsToLearn } from "#core/spam-words";
import type { Writer } from "./client.ts";
import { spamWord } from "./schema.ts";

/** The row that counts decisions rather than a word. */
const DECISIONS = "";

/** What has been learned about the words of one comment. */
export function recall(tx: Pick<Writer, "select">, written: Written): SpamMemory {
  const decisions = tx.select().from(spamWord).where(eq(spamWord.word, DECISIONS)).get();
  if (!decisions) return { spam: 0, wanted: 0, words: new Map() };
  const known = tx
    .select()
    .from(spamWord)
    .where(inArray(spamWord.word, wordsToLearn(written)))
    .all();
  return {
    spam: decisions.spam,
    wanted: decisions.wanted,
    words: new Map(known.map(({ word, spam, wanted }) => [word, { spam, wanted }])),
  };
}

/** Learns from a moderator's decision, or (`times` -1) unlearns one that was taken back. */
export function learn(tx: Writer, written: Written, kind: "spam" | "wanted", times: 1 | -1): void {
  const counted = kind === "spam" ? { spam: times } : { wanted: times };
  for (const word of [DECISIONS, ...wordsToLearn(written)]) {
    tx.insert(spamWord)
      .values({ word, ...counted })
      .onConflictDoUpdate({
        target: spamWord.word,
        set: { [kind]: sql`max(0, ${spamWord[kind]} + ${times})` },
      })
      .run();
  }
}
