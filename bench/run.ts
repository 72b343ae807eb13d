import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { translate } from "#cli/translate";
import { memorySettings, nodeFlags } from "../cli/runtime.mjs";
import { commentsWhileReading, publishUnderLoad } from "./deeds.ts";
import { median, printTable, row, times } from "./figures.ts";
import { articleAddress } from "./fill.ts";
import { firstRenderings, renderingsAfterStart } from "./first-rendering.ts";
import { manyArticles, memoryWhileReading, nextAlone, oneArticle, startControls } from "./from-memory.ts";
import { run } from "./load.ts";
import { start, stopAll } from "./servers.ts";

/*
 * `npm run bench`: what a reader's page costs, against a bare Node server and nginx in the same run. Everything happens
 * on this machine's own loopback and in a temporary folder. `--quick` shortens each step, for trying the program itself.
 */
const quick = process.argv.includes("--quick");
const SECONDS = quick ? 2 : 8;
const ROUNDS = quick ? 1 : 3;
const PORT = Number(process.env.BENCH_PORT ?? 4260);
const MANY = 5_000;
const FEW = 200;

const folder = mkdtempSync(join(tmpdir(), "national-update-bench-"));
process.on("exit", () => {
  stopAll();
  rmSync(folder, { recursive: true, force: true });
});

/** As the server is translated by a build; in the project, where it finds its packages. */
const translated = ".next/bench";
const publicationAt = (data: string, port: number) =>
  start(process.execPath, [...nodeFlags, `${translated}/bench/served.mjs`], `http://127.0.0.1:${port}/readyz`, {
    NODE_ENV: "production",
    ...memorySettings,
    DATA_DIR: data,
    PORT: String(port),
    HOST: "127.0.0.1",
    LOG_LEVEL: "error",
    // So that each comment can come from a reader of its own.
    TRUSTED_PROXIES: "127.0.0.1",
  });

async function fill(name: string, count: number): Promise<string> {
  const data = join(folder, name);
  process.env.DATA_DIR = data;
  await run(process.execPath, ["bench/fill.ts", String(count)]);
  return data;
}

type Deeds = Parameters<typeof publishUnderLoad>[0];

async function publishingAndCommenting(given: Deeds, halfLoad: number): Promise<void> {
  console.log("Publishing and commenting under load");
  const shown = await publishUnderLoad(given, quick ? 5 : 20);
  row(
    "published → on article, section and front page",
    "next request, ≤ 50 ms median",
    `next request, ${median(shown).toFixed(1)} ms median, ${Math.max(...shown).toFixed(1)} ms at most`,
    median(shown) <= 50,
  );
  const { most, paced, idle, reading } = await commentsWhileReading(given, halfLoad);
  row(
    "comments taken a second at half load, as many as come",
    "≥ 300/s",
    `${Math.round(most.perSecond)}/s (${most.refused} refused)`,
    most.perSecond >= 300,
  );
  row(
    "readers' p99 while some 300 comments a second are taken ÷ without",
    "≤ 2 ×",
    `${times(reading.p99, idle.p99)} (${reading.p99.toFixed(1)} against ${idle.p99.toFixed(1)} ms at ${Math.round(idle.requestsPerSecond)}/s, with ${Math.round(paced.perSecond)} comments/s)`,
    paced.perSecond < 300 ? undefined : reading.p99 <= 2 * idle.p99,
  );
}

async function main(): Promise<void> {
  if (!existsSync(".next/BUILD_ID")) throw new Error("Nothing is built here yet. Please run: npm run build");
  console.log(
    `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}; the load runs on the same cores.`,
  );
  console.log(`Making publications of ${FEW} and ${MANY} articles …`);
  const fewData = await fill("few", FEW);
  const data = await fill("many", MANY);

  await translate(["bench/served.ts"], translated);
  const small = await publicationAt(fewData, PORT);
  const few = await renderingsAfterStart(small, 0);
  await small.stop();

  const server = await publicationAt(data, PORT);
  const many = await renderingsAfterStart(server, 100);
  const given = {
    server,
    base: `http://127.0.0.1:${PORT}`,
    folder,
    address: articleAddress(7),
    count: MANY,
    seconds: SECONDS,
    rounds: ROUNDS,
    port: PORT + 1,
    data,
  };
  const controls = await startControls(given);
  const ours = await oneArticle(given, controls);
  const least = await nextAlone(given, ours);
  await manyArticles(given, controls);
  await firstRenderings(server, { few, many, least });
  await publishingAndCommenting(given, ours.requestsPerSecond / 2);
  await memoryWhileReading(given, quick ? 2 : 10, quick ? 2_000 : 200_000);

  await Promise.all([server.stop(), controls.control.stop(), controls.nginx?.stop()]);
  printTable();
}

await main();
process.exit(0);
