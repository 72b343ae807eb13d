/** Why an article was left out when many were changed at once. */
export type LeftOut =
  | "not-found"
  | "not-allowed"
  | "nothing-to-change"
  | "slug-taken"
  | "slug-unfit"
  | "no-such-section"
  | "no-such-topic";

const reasons: Record<LeftOut, string> = {
  "not-found": "no longer there",
  "not-allowed": "only an editor moves what is published or scheduled",
  "nothing-to-change": "stands there already",
  "slug-taken": "another article has its address",
  "slug-unfit": "its address is unfit; give it another first",
  "no-such-section": "that section is gone",
  "no-such-topic": "that topic is gone",
};

/** What became of changing many articles, as a sentence and a line for each one that was left as it was. */
export function movedInWords(
  moved: number,
  left: readonly { headline: string; reason: LeftOut }[],
): { sentence: string; lines: string[] } {
  const changed = moved === 0 ? "No article was changed." : `${articles(moved)} changed.`;
  return {
    sentence: left.length === 0 ? changed : `${changed} ${left.length.toLocaleString("en")} left as before:`,
    lines: left.map(({ headline, reason }) => `${headline ? `“${headline}”` : "An article"}: ${reasons[reason]}.`),
  };
}

const articles = (count: number) => (count === 1 ? "1 article" : `${count.toLocaleString("en")} articles`);
