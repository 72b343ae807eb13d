import { readFileSync } from "node:fs";

/**
 * Gives the framework its configuration as the build found it. Otherwise it compiles next.config.ts at every start, and
 * the compiler stays in memory (50 MB). This is how the server starts that the framework itself writes for deployments
 * (`output: "standalone"`); should a later version not know the variable, it reads next.config.ts as before.
 */
export function adoptBuiltConfig(): void {
  const { config } = JSON.parse(readFileSync(".next/required-server-files.json", "utf8"));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}
