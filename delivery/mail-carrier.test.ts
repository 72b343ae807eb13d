import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { read, transaction } from "#db/client";
import { decideComments } from "#db/comments-decide";
import { findArticleToComment, postComment } from "#db/comments-post";
import { theSoftware } from "#db/log";
import { mail } from "#db/schema";
import { addPublishedArticle } from "#db/testing/an-article";
import type { Letter } from "#exchange/mail-transport";
import { answerManage } from "./forms/manage.ts";
import { answerStopMail } from "./forms/stop-mail.ts";
import { deliverMail } from "./mail-carrier.ts";

const now = new Date("2026-11-23T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const log = { warn: () => undefined };
let houses = 0;

async function post(given: {
  email: string;
  text: string;
  parentId?: number;
  follow?: boolean;
  at?: Date;
  slug: string;
}) {
  houses += 1;
  const to = await findArticleToComment(given.slug, given.at ?? now);
  assert.ok(to);
  const posted = await postComment(
    to,
    { name: "Ana", website: "", follow: false, ...given },
    { network: `198.51.100.${houses}`, trap: "", stamp: "", seconds: undefined },
    given.at ?? now,
  );
  assert.ok(posted.ok);
  return posted.value.id;
}

/** Delivers what waits at a moment and returns it, by the address it went to. */
async function letters(at: Date): Promise<(Letter & { to: string })[]> {
  const sent: (Letter & { to: string })[] = [];
  await deliverMail(at, log, async (to, letter) => {
    sent.push({ to, ...letter });
  });
  return sent;
}

const linkIn = (letter: Letter | undefined) => /\/replies\/(?:stop\/)?[0-9a-f]{32}/.exec(letter?.text ?? "")?.[0] ?? "";
const press = (path: string, deed: string, at = now) =>
  answerManage({ path, network: "198.51.100.250", fields: { form: "manage", deed } }, at);

test("after posting, one letter goes to the address given, and what waited is forgotten", async () => {
  const { slug } = await addPublishedArticle();
  await post({ slug, email: "Ana@Example.org", text: "Hello" });
  const sent = await letters(now);
  assert.deepEqual(
    sent.map(({ to }) => to),
    ["Ana@Example.org"],
  );
  assert.match(sent[0]?.text ?? "", /A\s+moderator\s+will\s+look\s+at\s+it/);
  assert.ok(!sent[0]?.text.includes("Ana@Example.org"));
  assert.deepEqual(read().select().from(mail).all(), []);
  assert.deepEqual(await letters(later(60)), []);
});

test("a letter after a comment carries no word that was typed, whoever's address it is", async () => {
  const { slug } = await addPublishedArticle();
  const email = "stranger@example.org";
  await post({ slug, email, text: "Buy this at https://shop.example" });
  const [first] = await letters(now);
  assert.ok(first && !/Ana|Buy|shop/.test(first.text + first.subject));
  await press(linkIn(first), "confirm");
  await post({ slug, email, text: "Buy that" });
  const [second] = await letters(later(1));
  assert.ok(second && !/Ana|Buy/.test(second.text + second.subject));
});

test("a letter to a known commenter asks for the click that shows the comment, and the click shows it", async () => {
  const { slug } = await addPublishedArticle();
  const email = "known@example.org";
  const first = await post({ slug, email, text: "The first" });
  await transaction(async (tx, changed) => decideComments(tx, changed, [first], "approved", theSoftware, now));
  const toKnown = async (at: Date) => (await letters(at)).find(({ to }) => to === email);
  const done = (answer: Awaited<ReturnType<typeof press>>) => answer.kind === "see-other" && answer.to.split("=")[1];
  assert.equal(done(await press(linkIn(await toKnown(now)), "confirm")), "confirmed");
  await post({ slug, email, text: "The second", at: later(1) });
  const letter = await toKnown(later(1));
  assert.match(letter?.subject ?? "", /^Please confirm your comment/);
  assert.equal(done(await press(linkIn(letter), "confirm", later(2))), "shown");
});

test("a private link that was ended opens nothing more; another of the same person still does", async () => {
  const { slug } = await addPublishedArticle();
  await post({ slug, email: "ends@example.org", text: "One" });
  await post({ slug, email: "ends@example.org", text: "Two" });
  const [first = "", second = ""] = (await letters(now)).map(linkIn);
  assert.deepEqual(await press(first, "end-link"), { kind: "see-other", to: "/replies/ended" });
  for (const deed of ["end-link", "delete", "confirm"])
    assert.deepEqual(await press(first, deed), { kind: "no-such-page" });
  assert.equal((await press(second, "confirm")).kind, "see-other");
});

test("one address gets five such letters within an hour, whoever types it", async () => {
  const { slug } = await addPublishedArticle();
  for (let number = 0; number < 7; number += 1)
    await post({ slug, email: "flood@example.org", text: `Words ${number}` });
  assert.equal((await letters(now)).length, 5);
});

test("replies are mailed only when that was asked for and confirmed, and many are one letter", async () => {
  const { slug } = await addPublishedArticle({ moderation: "post" });
  const id = await post({ slug, email: "follower@example.org", text: "First", follow: true });
  const link = linkIn((await letters(now))[0]);
  await post({ slug, email: "b@example.org", text: "Before confirming", parentId: id });
  assert.equal((await letters(later(1))).filter(({ to }) => to === "follower@example.org").length, 0);
  assert.equal((await press(link, "follow", later(2))).kind, "see-other");
  await post({ slug, email: "c@example.org", text: "One reply", parentId: id, at: later(3) });
  const first = (await letters(later(3))).filter(({ to }) => to === "follower@example.org");
  assert.equal(first.length, 1);
  assert.match(first[0]?.text ?? "", /One reply/);
  assert.doesNotMatch(first[0]?.text ?? "", /Before confirming/);
  await post({ slug, email: "d@example.org", text: "Second reply", parentId: id, at: later(5) });
  await post({ slug, email: "e@example.org", text: "Third reply", parentId: id, at: later(6) });
  assert.equal((await letters(later(7))).filter(({ to }) => to === "follower@example.org").length, 0);
  const digest = (await letters(later(70))).filter(({ to }) => to === "follower@example.org");
  assert.equal(digest.length, 1);
  assert.match(digest[0]?.subject ?? "", /^2 replies/);
  const stop = linkIn(digest[0]);
  const oneClick = await answerStopMail(
    { path: stop, network: "", fields: { "List-Unsubscribe": "One-Click" } },
    later(71),
  );
  assert.deepEqual(oneClick, { kind: "told", words: "You will hear of no more replies by mail." });
  const pressed = await answerStopMail({ path: stop, network: "", fields: { form: "stop-mail" } }, later(71));
  assert.deepEqual(pressed, { kind: "see-other", to: `${stop}?done=stopped` });
  await post({ slug, email: "f@example.org", text: "Fourth reply", parentId: id, at: later(75) });
  assert.equal((await letters(later(200))).filter(({ to }) => to === "follower@example.org").length, 0);
});

test("a letter names the first twenty replies and says how many more there are", async () => {
  const { slug } = await addPublishedArticle({ moderation: "post" });
  const id = await post({ slug, email: "busy@example.org", text: "First", follow: true });
  await press(linkIn((await letters(now)).find(({ to }) => to === "busy@example.org")), "follow", later(1));
  const replies = Array.from({ length: 23 }, (_, at) => `Reply no. ${at + 1};`);
  for (const text of replies) await post({ slug, email: "many@example.org", text, parentId: id, at: later(2) });
  const [digest] = (await letters(later(3))).filter(({ to }) => to === "busy@example.org");
  assert.match(digest?.subject ?? "", /^23 replies/);
  assert.deepEqual(
    replies.filter((text) => digest?.text.includes(text)),
    replies.slice(0, 20),
  );
  assert.match(digest?.text ?? "", /3 more stand on the same pages/);
});

test("a reply that its writer changes and so proves is told of when it is shown, and once", async () => {
  const { slug } = await addPublishedArticle();
  const approve = (id: number) =>
    transaction(async (tx, changed) => decideComments(tx, changed, [id], "approved", theSoftware, now));
  const id = await post({ slug, email: "asks@example.org", text: "A question" });
  const former = await post({ slug, email: "answers@example.org", text: "Something else" });
  for (const one of [id, former]) await approve(one);
  const sent = await letters(now);
  const linkTo = (all: typeof sent, address: string) => linkIn(all.find(({ to }) => to === address));
  await press(linkTo(sent, "asks@example.org"), "follow", now);
  await press(linkTo(sent, "answers@example.org"), "confirm", now);
  await post({ slug, email: "answers@example.org", text: "An anser", parentId: id, at: later(1) });
  const link = linkTo(await letters(later(1)), "answers@example.org");
  const told = async (at: Date) => (await letters(at)).filter(({ to }) => to === "asks@example.org");
  const change = (text: string, at: Date) =>
    answerManage({ path: link, network: "", fields: { form: "manage", deed: "edit", text } }, at);
  assert.deepEqual(await change("An answer", later(2)), { kind: "see-other", to: `${link}?done=edited` });
  assert.match((await told(later(3)))[0]?.text ?? "", /An answer/);
  await change("An answer, again", later(4));
  assert.deepEqual(await told(later(200)), []);
});

test("a held reply is told of when it is approved, not before, and never to its own writer", async () => {
  const { slug } = await addPublishedArticle();
  const id = await post({ slug, email: "own@example.org", text: "Mine" });
  await transaction(async (tx, changed) => decideComments(tx, changed, [id], "approved", theSoftware, now));
  await press(linkIn((await letters(now)).find(({ to }) => to === "own@example.org")), "follow");
  const own = await post({ slug, email: "own@example.org", text: "My own reply", parentId: id, at: later(1) });
  const reply = await post({ slug, email: "other@example.org", text: "Held reply", parentId: id, at: later(1) });
  const told = async (at: Date) => (await letters(at)).filter(({ subject }) => /replied to you/.test(subject));
  assert.deepEqual(await told(later(1)), []);
  await transaction(async (tx, changed) => decideComments(tx, changed, [own], "approved", theSoftware, later(2)));
  assert.deepEqual(await told(later(2)), []);
  await transaction(async (tx, changed) => decideComments(tx, changed, [reply], "approved", theSoftware, later(3)));
  assert.deepEqual(
    (await told(later(3))).map(({ to }) => to),
    ["own@example.org"],
  );
});

test("a server that refuses is tried again later, and the log is not told the address", async () => {
  const { slug } = await addPublishedArticle();
  await post({ slug, email: "patience@example.org", text: "Wait" });
  const said: unknown[] = [];
  const refusing = async (to: string) => {
    throw Object.assign(new Error(`450 ${to} is busy`), { responseCode: 450 });
  };
  assert.equal(await deliverMail(now, { warn: (...words: unknown[]) => said.push(words) }, refusing), 0);
  assert.ok(said.length > 0 && !JSON.stringify(said).includes("patience"));
  assert.deepEqual(await letters(now), []);
  assert.deepEqual(
    (await letters(later(2))).map(({ to }) => to),
    ["patience@example.org"],
  );
});

test("a pile of letters leaves in one round, a few at a time; a server that takes none is left alone", async () => {
  const { slug } = await addPublishedArticle();
  const many = 65;
  for (let number = 0; number < many; number += 1)
    await post({ slug, email: `pile-${number}@example.org`, text: "Hi" });
  let tried = 0;
  const down = async () => {
    tried += 1;
    throw Object.assign(new Error("closed"), { code: "ECONNECTION" });
  };
  assert.equal(await deliverMail(now, log, down), 0);
  assert.equal(tried, 20);
  let underWay = 0;
  let most = 0;
  const slow = async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, 1));
    underWay -= 1;
  };
  assert.equal(await deliverMail(later(5), log, slow), many);
  assert.equal(most, 4);
});
