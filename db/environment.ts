import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { loadEnvFile } from "node:process";
import { type Environment, parseEnvironment } from "#core/environment";

export class WrongEnvironment extends Error {}

let known: Environment | undefined;

/** What this process was told by its environment and an optional `.env`. Throws one sentence where a value is wrong. */
export function environment(): Environment {
  if (known) return known;
  if (existsSync(".env")) loadEnvFile(".env");
  const parsed = parseEnvironment(process.env);
  if (!parsed.ok) throw new WrongEnvironment(parsed.reason.join("\n"));
  known = parsed.value;
  return known;
}

/** A path inside the data folder, absolute. */
export const dataPath = (...parts: string[]): string => resolve(environment().DATA_DIR, ...parts);
