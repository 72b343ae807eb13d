import assert from "node:assert/strict";
import { test } from "node:test";
import { howFarInWords } from "#core/how-far";

const bytes = (done: number, seconds: number) => howFarInWords({ done, all: 1e9, seconds, isBytes: true });

test("how far a step is reads as a share, a speed and the time that is left", () => {
  assert.deepEqual(bytes(250e6, 50), { percent: 25, speed: "5.0 MB a second", left: "2 min 30 s left" });
  assert.deepEqual(howFarInWords({ done: 30, all: 40, seconds: 4, isBytes: false }), {
    percent: 75,
    speed: "7.5 a second",
    left: "2 s left",
  });
  assert.equal(bytes(1e6, 20).left, "5 h 33 min left");
  assert.deepEqual(howFarInWords({ done: 0.5, all: 1, seconds: 3, isBytes: false }), {
    percent: 50,
    speed: "",
    left: "3 s left",
  });
});

test("at its beginning nothing is promised, and at its end nothing is left", () => {
  assert.deepEqual(bytes(0, 0), { percent: 0, speed: "0.0 MB a second", left: "" });
  assert.deepEqual(bytes(1e9, 10), { percent: 100, speed: "100.0 MB a second", left: "0 s left" });
  assert.equal(howFarInWords({ done: 3, all: 0, seconds: 1, isBytes: false }).percent, 0);
});
