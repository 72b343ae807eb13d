import assert from "node:assert/strict";
import { test } from "node:test";
import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error.js";
import type { ArticleDeeds, StepAnswer } from "#core/article-deeds";
import { accept, refuse } from "#core/result";
import { answeredDeeds } from "./answered-deeds.ts";

const taking = (takeStep: () => Promise<StepAnswer>) =>
  answeredDeeds({ takeStep } as unknown as ArticleDeeds).takeStep(1, { verb: "submit", version: 1 });

test("an answer of the desk reaches who waits for it as it is", async () => {
  assert.deepEqual(await taking(async () => accept({ version: 2 })), accept({ version: 2 }));
  assert.deepEqual(await taking(async () => refuse("busy")), refuse("busy"));
});

test("a desk out of reach, a bug that is in its log and a page older than the software are told apart", async () => {
  const failing = (error: Error) => taking(() => Promise.reject(error));
  assert.deepEqual(await failing(new TypeError("Failed to fetch")), refuse("no-answer"));
  assert.deepEqual(await failing(Object.assign(new Error("hidden"), { digest: "1234" })), refuse("failed"));
  assert.deepEqual(await failing(new UnrecognizedActionError("gone")), refuse("outdated"));
});
