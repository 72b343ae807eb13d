/** More wait already than can have their turn in any time worth waiting for. */
export class TooManyWaiting extends Error {
  override name = "TooManyWaiting";
}

/**
 * Lets at most `most` tasks run at once. The others begin in the order in which they came, after what else is due; where
 * `mostWaiting` of them wait already, a further one is refused with `TooManyWaiting`.
 */
export function fewAtOnce(most: number, mostWaiting = Number.POSITIVE_INFINITY) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <Value>(task: () => Promise<Value>): Promise<Value> => {
    if (running < most) running += 1;
    else if (waiting.length >= mostWaiting) throw new TooManyWaiting(`${mostWaiting} wait already.`);
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) setImmediate(next);
      else running -= 1;
    }
  };
}
