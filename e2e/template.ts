import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Fills one data folder with the demonstration publication; each worker begins with a copy of it. */
export default function makeTemplate() {
  if (!existsSync(".next/BUILD_ID")) throw new Error("Journeys go through the production build: npm run build");
  const folder = mkdtempSync(join(tmpdir(), "national-update-journeys-"));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "cli/command.ts", "seed"],
    { encoding: "utf8", env: { ...process.env, DATA_DIR: join(folder, "template") } },
  );
  if (status !== 0) throw new Error(`The demonstration publication could not be made.\n${stdout}${stderr}`);
  process.env.JOURNEYS_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
