import assert from "node:assert/strict";
import { test } from "node:test";
import { articlePath, slugFromPath } from "./paths.ts";

test("an address with letters of another script leads back to its slug", () => {
  const path = articlePath("asia", "한강-야간-수영");
  assert.match(path, /^\/asia\/[%A-Z0-9-]+$/);
  assert.equal(slugFromPath(path.slice("/asia/".length)), "한강-야간-수영");
});

test("a part that is no text is no slug", () => {
  assert.equal(slugFromPath("%E0%A4"), undefined);
});
