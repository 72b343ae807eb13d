import { accessSync, constants, mkdirSync } from "node:fs";
import { createServer } from "node:net";
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
export function requireWritableDataFolder(): void {
  const folder = dataPath();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    throw new Refusal(`DATA_DIR accepts a folder that can be written to, but ${folder} cannot (${code}).`);
  }
}
