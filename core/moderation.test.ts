import assert from "node:assert/strict";
import { test } from "node:test";
import * as rule from "#core/moderation";
import { decide, type ModerationRules, type Submission } from "#core/moderation";

const rules: ModerationRules = {
  moderation: "first-time",
  sectionModeration: null,
  bannedWords: [],
  bannedNetworks: [],
  pauseSeconds: 10,
  perHour: 10,
};

const submission: Submission = {
  text: "The ferries had stopped by Tuesday.",
  name: "Ana",
  website: "",
  closed: undefined,
  alreadySent: false,
  secondsSinceLast: undefined,
  lastHourFromNetwork: 0,
  senderBanned: false,
  network: "192.0.2.7",
  spam: { score: 0.1, signs: [] },
  sender: "proven",
  rules,
};

const given = (facts: Partial<Submission>, set: Partial<ModerationRules> = {}): Submission => ({
  ...submission,
  ...facts,
  rules: { ...rules, ...set },
});

test("closed: an article that takes no comments refuses, an open one says nothing", () => {
  assert.deepEqual(rule.closed(given({ closed: "time" })), { kind: "refuse", reason: "closed" });
  assert.equal(rule.closed(submission), undefined);
});

test("length: 5,000 characters are taken and 5,001 are not, whatever their size in bytes", () => {
  assert.equal(rule.length(given({ text: "😀".repeat(5_000) })), undefined);
  assert.deepEqual(rule.length(given({ text: "😀".repeat(5_001) })), { kind: "refuse", reason: "too-long" });
  assert.deepEqual(rule.length(given({ text: "" })), { kind: "refuse", reason: "empty" });
});

test("duplicate: the same form sent twice is known", () => {
  assert.deepEqual(rule.duplicate(given({ alreadySent: true })), { kind: "already-sent" });
  assert.equal(rule.duplicate(submission), undefined);
});

test("rate: a second comment within ten seconds, or an eleventh within the hour, is refused", () => {
  assert.deepEqual(rule.rate(given({ secondsSinceLast: 9.9 })), { kind: "refuse", reason: "too-soon" });
  assert.equal(rule.rate(given({ secondsSinceLast: 10, lastHourFromNetwork: 9 })), undefined);
  assert.deepEqual(rule.rate(given({ lastHourFromNetwork: 10 })), { kind: "refuse", reason: "too-many" });
  const unlimited = given({ secondsSinceLast: 0, lastHourFromNetwork: 500 }, { pauseSeconds: 0, perHour: 0 });
  assert.equal(rule.rate(unlimited), undefined);
});

test("banned address: filed as spam without a word to its sender", () => {
  assert.deepEqual(rule.bannedAddress(given({ senderBanned: true })), { kind: "spam", finding: "banned-address" });
  assert.equal(rule.bannedAddress(submission), undefined);
});

test("banned network: filed as spam, its neighbour is not", () => {
  const banned = given({}, { bannedNetworks: ["192.0.2.0/29"] });
  assert.deepEqual(rule.bannedNetwork(banned), { kind: "spam", finding: "banned-network:192.0.2.0/29" });
  assert.equal(rule.bannedNetwork({ ...banned, network: "192.0.2.8" }), undefined);
});

test("banned word: held where the word stands alone, in any case, also in the name; not inside another word", () => {
  const banned = { bannedWords: ["Casino", "도박"] };
  assert.equal(rule.bannedWord(given({ text: "the best CASINO." }, banned))?.kind, "hold");
  assert.equal(rule.bannedWord(given({ name: "Casino" }, banned))?.kind, "hold");
  assert.equal(rule.bannedWord(given({ text: "온라인도박은" }, banned))?.kind, "hold");
  assert.equal(rule.bannedWord(given({ text: "an occasinoal slip" }, banned)), undefined);
});

test("links: two addresses pass, three are held", () => {
  const links = (number: number) => "https://example.org/a ".repeat(number);
  assert.equal(rule.links(given({ text: links(2) })), undefined);
  assert.deepEqual(rule.links(given({ text: links(3) })), { kind: "hold", finding: "links:3" });
});

test("spam score: doubtful is held, certain is filed, and the signs are told", () => {
  const scored = (score: number) => rule.spamScore(given({ spam: { score, signs: ["word:pills"] } }));
  assert.equal(scored(0.49), undefined);
  assert.deepEqual(scored(0.5), { kind: "hold", finding: "spam:0.50 word:pills" });
  assert.deepEqual(scored(0.95), { kind: "spam", finding: "spam:0.95 word:pills" });
});

test("first time: an unknown commenter waits for a moderator, a known address for its owner, a proven one for nobody", () => {
  assert.deepEqual(rule.firstTime(given({ sender: "unknown" })), { kind: "hold", finding: "first-time" });
  assert.deepEqual(rule.firstTime(given({ sender: "known" })), { kind: "hold", finding: "unproven" });
  assert.equal(rule.firstTime(submission), undefined);
  assert.equal(rule.firstTime(given({ sender: "unknown" }, { moderation: "none" })), undefined);
});

test("default: the section's own way goes before the publication's", () => {
  assert.equal(rule.byDefault(given({}, { moderation: "all" }))?.kind, "hold");
  assert.equal(rule.byDefault(given({}, { moderation: "all", sectionModeration: "post" }))?.kind, "approve");
  assert.equal(rule.byDefault(given({}, { moderation: "none", sectionModeration: "pre" }))?.kind, "hold");
  assert.equal(decide(given({ sender: "unknown" }, { sectionModeration: "post" })).kind, "file");
});

test("the policy: a comment proven to be a known commenter's is shown, a first one is held and says why", () => {
  assert.deepEqual(decide(submission), { kind: "file", status: "approved", findings: ["known"] });
  assert.deepEqual(decide(given({ sender: "unknown" })), { kind: "file", status: "held", findings: ["first-time"] });
});

test("the policy: what one rule would hold, a later one may know for spam; both findings are kept", () => {
  const text = "https://a.example https://b.example https://c.example";
  assert.deepEqual(decide(given({ text, spam: { score: 0.99, signs: [] } })), {
    kind: "file",
    status: "spam",
    findings: ["links:3", "spam:0.99"],
  });
  assert.deepEqual(decide(given({ text })), { kind: "file", status: "held", findings: ["links:3"] });
});

test("the policy: a closed article refuses before anything else is looked at", () => {
  assert.deepEqual(decide(given({ closed: "article", senderBanned: true, text: "" })), {
    kind: "refuse",
    reason: "closed",
  });
});

test("only where nothing else speaks against it does a comment wait for its writer alone", () => {
  const wait = (findings: string[], status: "held" | "spam" = "held") => rule.waitsForItsWriter({ status, findings });
  assert.ok(wait(["unproven"]));
  for (const findings of [["links:3", "unproven"], ["first-time"], []]) assert.ok(!wait(findings));
  assert.ok(!wait(["unproven"], "spam"));
  assert.ok(rule.mayNeedOnlyProof({ status: "held", findings: ["first-time"] }));
  assert.ok(!rule.mayNeedOnlyProof({ status: "held", findings: ["links:3", "first-time"] }));
});
