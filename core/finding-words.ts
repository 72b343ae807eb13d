import { DOUBTFUL_FROM, MOST_LINKS, SPAM_FROM } from "./moderation.ts";

type Explain = (detail: string) => string;

/** What the policy found, in words for moderators. */
const findings: Record<string, Explain> = {
  "first-time": () => "First comment: nothing under this address has been approved and confirmed yet",
  unproven: () =>
    "Waits for the owner of the address, which is known here, to confirm it by the link we mailed; it is shown then",
  known: () => "Confirmed by the owner of an address with approved comments",
  all: () => "Every comment waits, by the publication's policy",
  none: () => "No comment waits, by the publication's policy",
  "section-pre": () => "Every comment in this section waits",
  "section-post": () => "Comments in this section are shown at once",
  links: (number) => `${number} links; more than ${MOST_LINKS} wait`,
  "banned-address": () => "The address is banned",
  "banned-network": (network) => `Sent from ${network}, which is banned`,
  "banned-word": (word) => `Has the word “${word}”, which is on the list`,
  imported: () => "Imported",
};

/** What spoke for spam, in words. */
const signs: Record<string, Explain> = {
  trap: () => "filled in a field that people do not see",
  "no-stamp": () => "not sent from our form",
  "old-form": () => "sent from a form that is months old",
  "too-fast": () => "written within three seconds",
  elsewhere: (number) => `the same words under ${number} other ${number === "1" ? "article" : "articles"}`,
  links: (number) => (number === "1" ? "a link" : `${number} links`),
  repeats: () => "says the same over and over",
  scripts: () => "letters of two alphabets in one word",
  word: (word) => describeWord(word.replaceAll("_", " ")),
};

function describeWord(word: string): string {
  if (word.startsWith("host:")) return `leads to ${word.slice(5)}`;
  if (word.startsWith("is:")) return word.slice(3).replaceAll("-", " ");
  return `“${word}”`;
}

function explained(table: Record<string, Explain>, code: string): string {
  const [name = "", ...detail] = code.split(":");
  return table[name]?.(detail.join(":")) ?? code;
}

/** One finding, as kept with a comment, in words. A code of an older version is shown as it is. */
export function explainFinding(finding: string): string {
  if (!finding.startsWith("spam:")) return explained(findings, finding);
  const [head = "", ...found] = finding.split(" ");
  const score = Number(head.slice(5));
  const judged = score >= SPAM_FROM ? "Spam" : score >= DOUBTFUL_FROM ? "Perhaps spam" : "Little like spam";
  const because = found.map((sign) => explained(signs, sign)).join(", ");
  return `${judged} (${Math.round(score * 100)} of 100)${because === "" ? "" : `: ${because}`}`;
}
