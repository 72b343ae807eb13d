import type { CommentStatus } from "./comment.ts";
import { LONGEST_COMMENT } from "./comment.ts";
import { linksIn } from "./comment-text.ts";
import type { ClosedReason } from "./comments-open.ts";
import { networkAround } from "./networks.ts";

/*
 * What happens to a comment, as an ordered list of small rules. The list at the end reads as the policy; each rule
 * looks at the facts and says nothing, refuses, or files the comment. Rules are pure: whoever asks has gathered the facts.
 */

/**
 * What is known of who sent it. `known`: the address has been confirmed, and comments under it have been approved;
 * `proven`: besides, this comment has been shown to come from there, since a typed address alone proves nothing.
 */
export type SenderStanding = "unknown" | "known" | "proven";

/** Everything the policy looks at. */
export type Submission = {
  text: string;
  name: string;
  website: string;
  closed: ClosedReason | undefined;
  /** The same sender has already sent the same words to the same place. */
  alreadySent: boolean;
  /** Since the last comment from the same network; undefined where there was none. */
  secondsSinceLast: number | undefined;
  lastHourFromNetwork: number;
  senderBanned: boolean;
  /** The sender's IP address, looked at once and not kept. */
  network: string;
  /** From 0 (wanted) to 1 (spam), with what spoke for it. */
  spam: { score: number; signs: readonly string[] };
  sender: SenderStanding;
  rules: ModerationRules;
};

/** What an administrator has set. */
export type ModerationRules = {
  moderation: "first-time" | "all" | "none";
  sectionModeration: "pre" | "post" | null;
  bannedWords: readonly string[];
  bannedNetworks: readonly string[];
  /** Seconds between two comments from one network; 0 for none. */
  pauseSeconds: number;
  /** Comments in an hour from one network; 0 for no limit. */
  perHour: number;
};

export type PostRefusal = "closed" | "too-long" | "empty" | "too-soon" | "too-many";

export type Verdict =
  | { kind: "refuse"; reason: PostRefusal }
  /** Nothing is stored again; the sender is told what they were told the first time. */
  | { kind: "already-sent" }
  | { kind: "spam"; finding: string }
  /** A person has to look. The rest of the list is still asked: a later rule may know it for spam. */
  | { kind: "hold"; finding: string }
  | { kind: "approve"; finding: string };

type Rule = (submission: Submission) => Verdict | undefined;

/** Where a comment goes, and what the rules found. */
export type Filed = { kind: "file"; status: Extract<CommentStatus, "held" | "approved" | "spam">; findings: string[] };
export type Decision = Extract<Verdict, { kind: "refuse" | "already-sent" }> | Filed;

/** More addresses than an argument needs. */
export const MOST_LINKS = 2;
/** From here on a comment is filed as spam without waiting for a person. */
export const SPAM_FROM = 0.9;
/** From here on a person looks, whoever sent it. */
export const DOUBTFUL_FROM = 0.5;

export const closed: Rule = (submission) =>
  submission.closed === undefined ? undefined : { kind: "refuse", reason: "closed" };

export const length: Rule = ({ text }) => {
  if (text === "") return { kind: "refuse", reason: "empty" };
  return [...text].length > LONGEST_COMMENT ? { kind: "refuse", reason: "too-long" } : undefined;
};

export const duplicate: Rule = ({ alreadySent }) => (alreadySent ? { kind: "already-sent" } : undefined);

export const rate: Rule = ({ secondsSinceLast, lastHourFromNetwork, rules }) => {
  if (secondsSinceLast !== undefined && secondsSinceLast < rules.pauseSeconds) {
    return { kind: "refuse", reason: "too-soon" };
  }
  return rules.perHour > 0 && lastHourFromNetwork >= rules.perHour ? { kind: "refuse", reason: "too-many" } : undefined;
};

export const bannedAddress: Rule = ({ senderBanned }) =>
  senderBanned ? { kind: "spam", finding: "banned-address" } : undefined;

export const bannedNetwork: Rule = ({ network, rules }) => {
  const found = networkAround(network, rules.bannedNetworks);
  return found === undefined ? undefined : { kind: "spam", finding: `banned-network:${found}` };
};

export const bannedWord: Rule = ({ text, name, website, rules }) => {
  const written = `${name}\n${website}\n${text}`.toLowerCase();
  const found = rules.bannedWords.find((word) => word !== "" && contains(written, word.toLowerCase()));
  return found === undefined ? undefined : { kind: "hold", finding: `banned-word:${found}` };
};

/** Whole words only, so that a ban on "ass" lets a class be discussed; scripts without spaces are searched as they are. */
function contains(written: string, word: string): boolean {
  const isLetter = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character) && !/[\p{Script=Han}\p{Script=Hangul}]/u.test(character);
  for (let at = written.indexOf(word); at !== -1; at = written.indexOf(word, at + 1)) {
    if (!isLetter(written[at - 1]) && !isLetter(written[at + word.length])) return true;
  }
  return false;
}

export const links: Rule = ({ text }) => {
  const found = linksIn(text).length;
  return found > MOST_LINKS ? { kind: "hold", finding: `links:${found}` } : undefined;
};

export const spamScore: Rule = ({ spam }) => {
  if (spam.score < DOUBTFUL_FROM) return undefined;
  const finding = [`spam:${spam.score.toFixed(2)}`, ...spam.signs].join(" ");
  return { kind: spam.score >= SPAM_FROM ? "spam" : "hold", finding };
};

export const firstTime: Rule = ({ sender, rules }) => {
  const follows = rules.sectionModeration === null && rules.moderation === "first-time";
  if (!follows || sender === "proven") return undefined;
  return { kind: "hold", finding: sender === "known" ? "unproven" : "first-time" };
};

export const byDefault: Rule = ({ rules }) => {
  if (rules.sectionModeration === "pre") return { kind: "hold", finding: "section-pre" };
  if (rules.sectionModeration === null && rules.moderation === "all") return { kind: "hold", finding: "all" };
  if (rules.sectionModeration === "post") return { kind: "approve", finding: "section-post" };
  return { kind: "approve", finding: rules.moderation === "none" ? "none" : "known" };
};

/** Whether nothing but a proof keeps a comment from its page: that the owner of a known address wrote it. */
export const waitsForItsWriter = ({ status, findings }: Pick<Filed, "findings"> & { status: CommentStatus }): boolean =>
  status === "held" && findings.length === 1 && findings[0] === "unproven";

/** Whether proving the address may be all that was missing: a first comment may have been followed by approved ones. */
export const mayNeedOnlyProof = ({ status, findings }: Pick<Filed, "findings"> & { status: CommentStatus }): boolean =>
  status === "held" && findings.length === 1 && (findings[0] === "unproven" || findings[0] === "first-time");

/** The policy. */
const policy: readonly Rule[] = [
  closed,
  length,
  duplicate,
  rate,
  bannedAddress,
  bannedNetwork,
  bannedWord,
  links,
  spamScore,
  firstTime,
  byDefault,
];

/** Asks the rules in their order. The first refusal or finding of spam ends it; otherwise one wish to look holds it. */
export function decide(submission: Submission): Decision {
  const findings: string[] = [];
  for (const rule of policy) {
    const verdict = rule(submission);
    if (!verdict) continue;
    if (verdict.kind === "refuse" || verdict.kind === "already-sent") return verdict;
    if (verdict.kind === "spam") return { kind: "file", status: "spam", findings: [...findings, verdict.finding] };
    if (verdict.kind === "hold") findings.push(verdict.finding);
    else if (findings.length === 0) return { kind: "file", status: "approved", findings: [verdict.finding] };
  }
  return { kind: "file", status: "held", findings };
}
