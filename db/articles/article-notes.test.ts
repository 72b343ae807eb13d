import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  deleteNote,
  leaveNote,
  listNotes,
  listNotesOfLink,
  replyToNote,
  resolveNote,
  stampOfNotes,
} from "#db/articles/article-notes";
import { listArticleHistory } from "#db/articles/article-surroundings";
import { beginArticle } from "#db/articles/begin-article";
import { addSection } from "#db/testing/publication";
import { someStaff } from "#db/testing/staff";

const noon = new Date("2026-11-23T12:00:00Z");

await addSection("asia");
const { id: staffId, name } = await someStaff("editor");
const mina = { staffId, name };

async function aDraft(headline: string): Promise<number> {
  const begun = await beginArticle(mina, { headline }, noon);
  assert.ok(begun.ok);
  return begun.value;
}

const onTheWhole = { passage: "", before: "", after: "" };

async function aNote(articleId: number, author: Parameters<typeof leaveNote>[1], text: string): Promise<number> {
  const left = await leaveNote(articleId, author, { ...onTheWhole, text }, noon);
  assert.ok(left.ok);
  return left.value;
}

test("an outsider's note is told from a colleague's, and is resolved; another article's is not", async () => {
  const [id, other] = [await aDraft("Noted"), await aDraft("Not noted")];
  const passage = { passage: "in fact", before: "said that ", after: ", he went" };
  const left = await leaveNote(id, { previewLinkId: 7, name: "Counsel" }, { ...passage, text: "Is it?" }, noon);
  await leaveNote(id, mina, { passage: "", before: "", after: "", text: "Asked." }, noon);
  assert.ok(left.ok);
  assert.deepEqual(await resolveNote(mina, other, left.value, true, noon), { ok: false, reason: "not-found" });
  const stamp = await stampOfNotes(id);
  assert.equal(await stampOfNotes(id), stamp);
  assert.ok((await resolveNote(mina, id, left.value, true, noon)).ok);
  assert.notEqual(await stampOfNotes(id), stamp);
  const notes = await listNotes(id);
  assert.partialDeepStrictEqual(notes[0], passage);
  assert.deepEqual(
    notes.map(({ authorName, isOutsider, resolvedAt }) => [authorName, isOutsider, resolvedAt !== null]),
    [
      ["Counsel", true, true],
      [mina.name, false, false],
    ],
  );
});

test("an outsider reads the open notes of their own link, and none that the desk left for itself", async () => {
  const id = await aDraft("Between us");
  const note = { passage: "", before: "", after: "" };
  await leaveNote(id, mina, { ...note, text: "I doubt this source." }, noon);
  await leaveNote(id, { previewLinkId: 11, name: "Counsel" }, { ...note, text: "Fine by me." }, noon);
  const left = await leaveNote(id, { previewLinkId: 12, name: "The source" }, { ...note, text: "Not my words." }, noon);
  const read = async (link: number) => (await listNotesOfLink(link)).map(({ text }) => text);
  assert.deepEqual(await read(11), ["Fine by me."]);
  assert.deepEqual(await read(12), ["Not my words."]);
  assert.ok(left.ok && (await resolveNote(mina, id, left.value, true, noon)).ok);
  assert.deepEqual(await read(12), []);
});

test("replies stand under their note, which is resolved and taken up again with them", async () => {
  const [id, other] = [await aDraft("Talked over"), await aDraft("Not talked over")];
  const note = await aNote(id, mina, "Who says so?");
  const reply = (articleId: number, noteId: number) =>
    replyToNote(articleId, mina, { noteId, text: "The clerk." }, noon);
  assert.deepEqual(await reply(other, note), { ok: false, reason: "not-found" });
  assert.deepEqual(await reply(id, 9_999), { ok: false, reason: "not-found" });
  assert.ok((await resolveNote(mina, id, note, true, noon)).ok);
  const stamp = await stampOfNotes(id);
  assert.ok((await reply(id, note)).ok);
  assert.notEqual(await stampOfNotes(id), stamp);
  const [listed, ...more] = await listNotes(id);
  assert.deepEqual(more, []);
  assert.equal(listed?.resolvedAt, null);
  assert.deepEqual(
    listed?.replies.map(({ text, authorName, isOutsider }) => [text, authorName, isOutsider]),
    [["The clerk.", mina.name, false]],
  );
  const replyId = listed?.replies[0]?.id ?? 0;
  assert.deepEqual(await reply(id, replyId), { ok: false, reason: "not-found" }, "a reply is no note");
  assert.deepEqual(await resolveNote(mina, id, replyId, true, noon), { ok: false, reason: "not-found" });
});

test("a resolved note is deleted with its replies, an open one and a reply are not, and the history keeps its words", async () => {
  const [id, other] = [await aDraft("Cleared"), await aDraft("Not cleared")];
  const [note, kept] = [await aNote(id, mina, "Settled?"), await aNote(id, mina, "Not yet.")];
  assert.ok((await replyToNote(id, mina, { noteId: note, text: "It is." }, noon)).ok);
  const refused = { ok: false, reason: "not-found" };
  assert.deepEqual(await deleteNote(mina, id, note, noon), refused, "an open note");
  assert.ok((await resolveNote(mina, id, note, true, noon)).ok);
  const [listed] = await listNotes(id);
  assert.deepEqual(await deleteNote(mina, id, listed?.replies[0]?.id ?? 0, noon), refused, "a reply");
  assert.deepEqual(await deleteNote(mina, other, note, noon), refused, "of another article");
  const stamp = await stampOfNotes(id);
  assert.ok((await deleteNote(mina, id, note, noon)).ok);
  assert.notEqual(await stampOfNotes(id), stamp);
  assert.deepEqual(
    (await listNotes(id)).map((left) => [left.id, left.replies.length]),
    [[kept, 0]],
  );
  assert.deepEqual(await deleteNote(mina, id, note, noon), refused, "what is gone");
  const [last] = await listArticleHistory(id);
  assert.deepEqual([last?.verb, last?.note], ["delete-note", "Settled?"]);
});

test("an outsider answers the notes of their own link, reads the desk's replies to them, and no others", async () => {
  const id = await aDraft("Answered from outside");
  const counsel = { previewLinkId: 21, name: "Counsel" };
  const [inside, theirs] = [await aNote(id, mina, "Among us."), await aNote(id, counsel, "Is it true?")];
  const reply = (author: Parameters<typeof replyToNote>[1], noteId: number) =>
    replyToNote(id, author, { noteId, text: "It is." }, noon);
  assert.ok((await reply(mina, theirs)).ok);
  assert.ok((await reply(counsel, theirs)).ok);
  assert.deepEqual(await reply(counsel, inside), { ok: false, reason: "not-found" });
  assert.deepEqual(await reply({ previewLinkId: 22, name: "Else" }, theirs), { ok: false, reason: "not-found" });
  const [read, ...more] = await listNotesOfLink(21);
  assert.deepEqual(more, []);
  assert.deepEqual(
    read?.replies.map(({ authorName }) => authorName),
    [mina.name, "Counsel"],
  );
});

test("outsiders leave two hundred notes and no more, until somebody resolves some", async () => {
  const id = await aDraft("Noted on very much");
  const counsel = { previewLinkId: 31, name: "Counsel" };
  const first = await aNote(id, counsel, "1");
  for (let number = 2; number <= 200; number += 1) await aNote(id, counsel, String(number));
  const oneMore = () => leaveNote(id, counsel, { ...onTheWhole, text: "201" }, noon);
  assert.deepEqual(await oneMore(), { ok: false, reason: "too-many" });
  assert.deepEqual(await replyToNote(id, counsel, { noteId: first, text: "201" }, noon), {
    ok: false,
    reason: "too-many",
  });
  assert.ok(await aNote(id, mina, "Staff may."));
  assert.ok((await resolveNote(mina, id, first, true, noon)).ok);
  assert.ok((await resolveNote(mina, id, first + 1, true, noon)).ok);
  assert.ok((await oneMore()).ok);
});

test("every step of a note is in the article's history once, an outsider's by name", async () => {
  const id = await aDraft("With a history");
  const note = await aNote(id, { previewLinkId: 41, name: "Counsel" }, "Is it?");
  await replyToNote(id, mina, { noteId: note, text: "It is." }, noon);
  await resolveNote(mina, id, note, true, noon);
  await resolveNote(mina, id, note, true, noon);
  await resolveNote(mina, id, note, false, noon);
  const history = await listArticleHistory(id);
  assert.deepEqual(
    history.toReversed().map(({ who, verb, note }) => [who, verb, note]),
    [
      [mina.name, "begin", undefined],
      ["Counsel, with a preview link", "note", "Is it?"],
      [mina.name, "reply-to-note", "It is."],
      [mina.name, "resolve-note", "Is it?"],
      [mina.name, "reopen-note", "Is it?"],
    ],
  );
});
