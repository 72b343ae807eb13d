import { z } from "zod";

/** What a reader can say is wrong with a comment. */
export const reportReasons = ["spam", "abuse", "hate", "private", "other"] as const;
export type ReportReason = (typeof reportReasons)[number];

export const reportWords: Record<ReportReason, string> = {
  spam: "It is advertising",
  abuse: "It insults or threatens somebody",
  hate: "It is against a group of people",
  private: "It tells something private about somebody",
  other: "Something else",
};

/** What moderators read of a report, which is kept as `abuse` or as `abuse: what the reader added`. */
export function explainReport(told: string): string {
  const [, code = "", added = ""] = /^([a-z]+)(?:: (.*))?$/s.exec(told) ?? [];
  const reason = reportReasons.find((known) => known === code);
  if (reason === undefined) return told;
  return added === "" ? reportWords[reason] : `${reportWords[reason]}. “${added}”`;
}

export const reportForm = z.object({
  reason: z.enum(reportReasons, "Please choose what is wrong."),
  words: z.string().trim().max(500, "Please use up to 500 characters."),
});
