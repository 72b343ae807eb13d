import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { dataPath, environment } from "#db/environment";
import { Refusal } from "./refusal.ts";

/** Looks before a long build whether the port can be had at all. */
export async function requireFreePort(): Promise<void> {
  const { PORT, HOST } = environment();
  if (PORT === 0) return;
  const probe = createServer();
  const code = await new Promise<string | undefined>((resolve) => {
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(PORT, HOST, () => probe.close(() => resolve(undefined)));
  });
  if (code === "EADDRINUSE") {
    throw new Refusal(
      `Port ${PORT} is in use by another program. Stop that one, or choose another: PORT=3001 npm start`,
    );
  }
  if (code === "EACCES")
    throw new Refusal(`Port ${PORT} may not be used by this account. Ports from 1024 may: PORT=3000`);
  if (code)
    throw new Refusal(`HOST accepts an address of this machine, such as 127.0.0.1, but is set to "${HOST}" (${code}).`);
}

/** The data folder, made if it is not there; only its owner may look into it. */
export const requireWritableDataFolder = (): void => requireWritableFolder("DATA_DIR", dataPath());

/** A folder that was named for something, made in the same way. */
export function requireWritableFolder(name: string, folder: string): void {
  try {
    accessSync(nearest(folder), constants.R_OK | constants.W_OK | constants.X_OK);
    makeFolder(folder);
    if (!statSync(folder).isDirectory()) throw new Refusal("it is a file");
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const reason = "code" in error ? error.code : error.message;
    throw new Refusal(`${name} accepts a folder that can be written to, but ${folder} is not one (${reason}).`);
  }
}

/** The folder itself, or the nearest one above it that is there. */
const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(dirname(folder)));

/** One folder at a time: Node's own recursion never comes back from places such as /proc, which refuse in an odd way. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
