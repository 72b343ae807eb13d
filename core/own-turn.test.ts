import assert from "node:assert/strict";
import { test } from "node:test";
import { ownTurn } from "./own-turn.ts";

test("of those who come at once each goes on in a turn of its own, in the order in which they came", async () => {
  let turn = 0;
  let counting = true;
  const count = () => {
    turn += 1;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  const turns: number[] = [];
  const order: string[] = [];
  const goOn = async (name: string) => {
    await ownTurn();
    turns.push(turn);
    order.push(name);
  };
  await Promise.all(["one", "two", "three", "four"].map(goOn));
  await goOn("later");
  counting = false;
  assert.deepEqual(order, ["one", "two", "three", "four", "later"]);
  assert.equal(new Set(turns).size, turns.length, turns.join(" "));
});
