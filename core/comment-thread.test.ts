import assert from "node:assert/strict";
import { test } from "node:test";
import { threadOf } from "#core/comment-thread";

const comments = [
  { id: 1, parentId: null },
  { id: 2, parentId: null },
  { id: 3, parentId: 1 },
  { id: 4, parentId: 3 },
  { id: 5, parentId: 4 },
  { id: 6, parentId: 1 },
  { id: 7, parentId: 99 },
];

const read = (order: "oldest" | "newest") => threadOf(comments, order).map(({ comment, level }) => [comment.id, level]);

test("replies follow what they answer; what lies deeper than the third level continues at the third", () => {
  assert.deepEqual(read("oldest"), [
    [1, 1],
    [3, 2],
    [4, 3],
    [5, 3],
    [6, 2],
    [2, 1],
    [7, 1],
  ]);
});

test("newest first turns the threads around and leaves replies in the order they were given", () => {
  assert.deepEqual(read("newest"), [
    [7, 1],
    [2, 1],
    [1, 1],
    [3, 2],
    [4, 3],
    [5, 3],
    [6, 2],
  ]);
});

test("a thread of ten thousand replies is read without running out of room", () => {
  const deep = Array.from({ length: 10_000 }, (_, index) => ({ id: index + 1, parentId: index === 0 ? null : index }));
  assert.equal(threadOf(deep, "oldest").at(-1)?.depth, 10_000);
});
