import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { buildReaderAssets } from "#delivery/reader-assets-build";
import { Refusal } from "./refusal.ts";
import { runQuietly } from "./subprocess.ts";
import { translate } from "./translate.ts";

/** What a build is made of. Tests and migrations do not change it. */
const SOURCES = [
  "{app,cli,components,core,db,delivery,exchange,public}/**/*",
  "{instrumentation,next.config,server}.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];
const NOT_SOURCES = /\.test\.tsx?$|\/testing\/|^db\/migrations\/|^public\/assets\//;

const STAMP = ".next/built-from";

/** `npm run build`: builds, whether or not anything is new. */
export async function run(): Promise<number> {
  await build();
  return 0;
}

/** Builds if a source differs from what the last whole build was made of. */
export async function buildIfNeeded(): Promise<void> {
  if (!isBuilt()) await build();
  // `npm run dev` has put its own where these were.
  else await buildReaderAssets();
}

const isBuilt = (): boolean =>
  existsSync(".next/BUILD_ID") && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sourcesHash();

async function build(): Promise<void> {
  console.log("Building the pages (half a minute) …");
  const began = Date.now();
  const from = sourcesHash();
  // Gone until the build is whole, so that an interrupted one is never served.
  rmSync(STAMP, { force: true });
  await buildReaderAssets();
  const { code, output } = await runQuietly("node_modules/next/dist/bin/next", ["build"], { NODE_ENV: "production" });
  if (code !== 0) throw new Refusal(`${output.trimEnd()}\nThe pages could not be built; the reason stands above.`);
  await translate(["server.ts", "cli/command.ts"], ".next/translated");
  writeFileSync(STAMP, from);
  console.log(`Built in ${Math.round((Date.now() - began) / 1000)} s.`);
}

function sourcesHash(): string {
  const hash = createHash("sha256");
  const files = globSync(SOURCES, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((path) => path.replace(`${process.cwd()}/`, ""))
    .filter((path) => !NOT_SOURCES.test(path));
  for (const path of files.sort()) hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}
