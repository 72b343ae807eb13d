import assert from "node:assert/strict";
import { test } from "node:test";
import { judgePassword } from "./password.ts";

const isCommon = (password: string) => ["letmein", "qwertyuiopas", "correcthorse"].includes(password);
const judge = (password: string) => {
  const judged = judgePassword(password, isCommon, ["Ada Park", "ada.park@example.org"]);
  return judged.ok ? "accepted" : judged.reason;
};

test("a password is accepted for its length, whatever it is made of", () => {
  assert.equal(judge("quiet harbour lamp"), "accepted");
  assert.equal(judge("조용한 항구의 등불이 켜졌다"), "accepted");
});

test("eleven characters are too few, twelve are enough, and an emoji is one character", () => {
  assert.equal(judge("quiet harbo"), "too-short");
  assert.equal(judge("quiet harbou"), "accepted");
  assert.equal(judge("🦉🐟🌿🪨🔥💧🌙"), "too-short");
});

test("a book is no password", () => assert.equal(judge("quiet harbour ".repeat(20)), "too-long"));

test("what is tried first is refused, with figures around it too", () => {
  assert.equal(judge("qwertyuiopas"), "too-common");
  assert.equal(judge("QWERTYuiopas"), "too-common");
  assert.equal(judge("letmein123456!"), "too-common");
});

test("what repeats or counts is refused", () => {
  assert.equal(judge("aaaaaaaaaaaaaaa"), "too-simple");
  assert.equal(judge("abcabcabcabcabc"), "too-simple");
  assert.equal(judge("123456789:;<"), "too-simple");
});

test("one's own name or address with a little around it is refused, within a long sentence it is not", () => {
  assert.equal(judge("ada.park@example.org1"), "says-who");
  assert.equal(judge("ada park 2026"), "says-who");
  assert.equal(judge("ada park walks over the bridge"), "accepted");
});
