import assert from "node:assert/strict";
import { test } from "node:test";
import { fewAtOnce, TooManyWaiting } from "#core/few-at-once";

test("never more than the given number run at once, each has its turn, and one that fails keeps nobody waiting", async () => {
  const atOnce = fewAtOnce(3);
  const began: number[] = [];
  let running = 0;
  let most = 0;
  const task = (number: number) =>
    atOnce(async () => {
      began.push(number);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
      if (number % 4 === 0) throw new Error(`no ${number}`);
      return number;
    });
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, number) => task(number)));
  assert.equal(most, 3);
  assert.deepEqual(
    began,
    [...began].sort((one, other) => one - other),
  );
  assert.equal(began.length, 20);
  assert.deepEqual(
    results.flatMap((result, number) => (result.status === "rejected" ? number : [])),
    [0, 4, 8, 12, 16],
  );
  assert.equal(await task(1), 1);
});

test("where as many wait as may, one more is refused at once, and there is room again when one has had its turn", async () => {
  const atOnce = fewAtOnce(1, 2);
  const ends: (() => void)[] = [];
  const task = () => atOnce(() => new Promise<void>((resolve) => void ends.push(resolve)));
  const [first, second, third] = [task(), task(), task()];
  await assert.rejects(task(), TooManyWaiting);
  ends[0]?.();
  await first;
  const fourth = task();
  for (const at of [1, 2, 3]) {
    while (!ends[at]) await new Promise(setImmediate);
    ends[at]();
  }
  await Promise.all([second, third, fourth]);
});
