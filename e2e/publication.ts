import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { copyFileSync, createWriteStream, linkSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { basename, dirname, join } from "node:path";
import { finished } from "node:stream/promises";
import { memorySettings, nodeFlags } from "../cli/runtime.mjs";

/** A publication of a worker's own: its server process and its data folder. */
export type Publication = {
  /** Without a slash at the end. */
  address: string;
  dataFolder: string;
  /** What its server has written to standard output and standard error. */
  logFile: string;
  /** The link that makes the first administrator; it works once. */
  firstLink: () => string;
  stop: () => Promise<void>;
};

/** Starts the production server on a copy of the template. `extra` is added to its environment; any port, or that one. */
export async function openPublication(
  name: string,
  extra: Record<string, string> = {},
  port?: number,
): Promise<Publication> {
  const folder = process.env.JOURNEYS_FOLDER;
  if (!folder) throw new Error("Journeys begin with e2e/template.ts.");
  // A journey that is tried again begins anew.
  for (const left of [name, `${name}.log`]) rmSync(join(folder, left), { recursive: true, force: true });
  copyFolder(join(folder, "template"), join(folder, name));
  return serve(folder, name, port ?? (await freePort()), extra);
}

/** Starts the server of a publication that was stopped again, at the same address and on the same data. */
export function openAgain({ address, dataFolder }: Publication, extra = {}): Promise<Publication> {
  return serve(dirname(dataFolder), basename(dataFolder), Number(new URL(address).port), extra);
}

async function serve(folder: string, name: string, port: number, extra: Record<string, string>): Promise<Publication> {
  const dataFolder = join(folder, name);
  const address = `http://127.0.0.1:${port}`;
  const logFile = join(folder, `${name}.log`);
  const env = {
    ...memorySettings,
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: address,
    DATA_DIR: dataFolder,
    // Tells of each page that is rendered.
    LOG_LEVEL: "debug",
    ...extra,
  } as const;
  const server = spawn(process.execPath, [...nodeFlags, ".next/translated/server.mjs"], {
    stdio: ["ignore", "pipe", "pipe"],
    env,
  });
  const log = createWriteStream(logFile, { flags: "a" });
  server.stdout.pipe(log, { end: false });
  server.stderr.pipe(log, { end: false });
  await answers(server, address);
  const firstLink = () => {
    const said = execFileSync(process.execPath, ["cli/command.ts", "staff", "link"], {
      env,
      encoding: "utf8",
      stdio: "pipe",
    });
    return /http:\S+/.exec(said)?.[0] ?? "";
  };
  const stop = async () => {
    await ended(server);
    // What it said last is in the log then.
    log.end();
    await finished(log);
  };
  return { address, dataFolder, logFile, firstLink, stop };
}

/** Pictures never change, so they are linked; everything else is a copy. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else if (source.includes("/media/")) linkSync(source, target);
    else copyFileSync(source, target);
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

async function answers(server: ChildProcess, address: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode} before it answered.`);
    try {
      await fetch(`${address}/healthz`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  server.kill("SIGKILL");
  throw new Error("The server did not answer within 40 seconds.");
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.stdout?.closed && server.stderr?.closed) return resolve();
    const patience = setTimeout(() => server.kill("SIGKILL"), 5_000);
    server.once("close", () => {
      clearTimeout(patience);
      resolve();
    });
    server.kill("SIGTERM");
  });
}
