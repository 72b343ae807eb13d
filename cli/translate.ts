import { rmSync } from "node:fs";
import { build } from "esbuild";

/**
 * Translates programs of ours to plain JavaScript, each with what it imports of ours; packages stay where they are. The
 * programs find themselves in `folder` under the paths they have in the project, and are run from the project as before.
 */
export async function translate(programs: string[], folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: programs,
    outdir: folder,
    outbase: ".",
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    outExtension: { ".js": ".mjs" },
    target: "node24",
    logLevel: "error",
  });
}
