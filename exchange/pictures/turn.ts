import { availableParallelism } from "node:os";

/** Pictures made at the same time: a decoded one takes up to 160 MB, and readers need the machine too. */
const AT_ONCE = Math.min(2, availableParallelism());

const waiting: (() => void)[] = [];
let underWay = 0;

/** Runs the work when its turn has come. */
export async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (underWay >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else underWay += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else underWay -= 1;
  }
}
