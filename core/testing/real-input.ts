import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/*
 * Other people's words, which may not stand in this repository, so tests find them beside it: what they are tried with in
 * addition to our own. A test that makes no sense without them says so and is skipped.
 */
const folder = join("..", "shared", "data");

/** The path of a file of real input, or undefined where the folder is absent. */
export function realInput(name: string): string | undefined {
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}

/** For `test(name, { skip: skippedWithout("…") }, …)`. */
export const skippedWithout = (name: string): string | false =>
  realInput(name) ? false : `${name} is not beside the project in ../shared/data`;

/** What a file of real input holds, or "" where the folder is absent. */
export function readRealInput(name: string): string {
  const path = realInput(name);
  return path === undefined ? "" : readFileSync(path, "utf8");
}
