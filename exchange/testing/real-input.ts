import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/*
 * Other people's words, which may not stand in this repository, so tests find them beside it. Where they are absent the
 * tests that need them say so and are skipped.
 */
const folder = join("..", "shared", "data");

/** The path of a file of real input, or undefined where the folder is absent. */
export function realInput(name: string): string | undefined {
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}

/** For `test(name, { skip: skippedWithout("…") }, …)`. */
export const skippedWithout = (name: string): string | false =>
  realInput(name) ? false : `skipped: ${name} is not beside the project in ../shared/data`;

export const readRealInput = (name: string): string => readFileSync(join(folder, name), "utf8");
