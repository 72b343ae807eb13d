import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { memorySettings, nodeFlags } from "../cli/runtime.mjs";
import { commentsWhileReading, publishUnderLoad } from "./deeds.ts";
import { median, printTable, row, speed, times } from "./figures.ts";
import { articleAddress } from "./fill.ts";
import { type Load, load, run } from "./load.ts";
import { ask, cpuOf, memoryOf, type Server, start, startNginx, stopAll } from "./servers.ts";

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

const publicationAt = (data: string, port: number) =>
  start(process.execPath, [...nodeFlags, "bench/served.ts"], `http://127.0.0.1:${port}/readyz`, {
    NODE_ENV: "production",
    ...memorySettings,
    DATA_DIR: data,
    PORT: String(port),
    HOST: "127.0.0.1",
    LOG_LEVEL: "error",
    // So that each comment can come from a reader of its own.
    TRUSTED_PROXIES: "127.0.0.1",
  });

/** CPU time of the first rendering of pages nobody has asked for, in ms a page. The first ones warm the engine up. */
async function renderingCpu(server: Server, addresses: string[], warmUp: number): Promise<number> {
  const base = new URL(server.url).origin;
  await askEach(base, addresses.slice(0, warmUp));
  const before = cpuOf(server.pid);
  await askEach(base, addresses.slice(warmUp));
  return (cpuOf(server.pid) - before) / (addresses.length - warmUp);
}

async function askEach(base: string, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const { status } = await ask(base + address);
    if (status !== 200) throw new Error(`${address} answered ${status}.`);
  }
}

const articles = (from: number, count: number) => Array.from({ length: count }, (_, at) => articleAddress(from + at));
/** Full pages of sections, each of another stretch: it begins after one of the hundred newest articles. */
const sectionPages = Array.from({ length: 100 }, (_, number) => {
  const section = articleAddress(number).split("/")[1];
  return `/${section}?page=2&after=${number + 1}`;
});

const randomArticles = (share: number, first: string) => `
local n = 0
request = function()
  n = n + 1
  if n % ${Math.round(1 / share)} == 0 then
    local i = math.random(0, ${MANY - 1})
    local sections = {"asia", "world", "economy", "science", "culture"}
    return wrk.format("GET", "/" .. sections[i % 5 + 1] .. "/article-" .. i)
  end
  return wrk.format("GET", "${first}")
end`;

async function main(): Promise<void> {
  if (!existsSync(".next/BUILD_ID")) throw new Error("Nothing is built here yet. Please run: npm run build");
  console.log(
    `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}; the load runs on the same cores.`,
  );
  console.log(`Making publications of ${FEW} and ${MANY} articles …`);
  const data = { few: join(folder, "few"), many: join(folder, "many") };
  for (const [name, count] of [
    ["few", FEW],
    ["many", MANY],
  ] as const) {
    process.env.DATA_DIR = data[name];
    await run(process.execPath, ["bench/fill.ts", String(count)]);
  }

  const few = await publicationAt(data.few, PORT);
  const fewArticleCpu = await renderingCpu(few, articles(0, 180), 90);
  const fewSectionCpu = await renderingCpu(few, sectionPages, 30);
  await few.stop();

  const many = await publicationAt(data.many, PORT);
  const base = `http://127.0.0.1:${PORT}`;
  const manyArticleCpu = await renderingCpu(many, articles(100, 180), 90);
  const manySectionCpu = await renderingCpu(many, sectionPages, 30);

  const address = articleAddress(7);
  for (let time = 0; time < 100; time += 1) await ask(base + address);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const page = await ask(base + address);
  writeFileSync(join(folder, "body"), page.body);
  const ours = page.headers.filter(
    (_, at) => !/^(?:date|connection|keep-alive)$/i.test(page.headers[at - (at % 2)] ?? ""),
  );
  writeFileSync(join(folder, "headers"), JSON.stringify(ours));
  const control = await start(
    process.execPath,
    ["bench/control.ts", String(PORT + 1), join(folder, "body"), join(folder, "headers")],
    `http://127.0.0.1:${PORT + 1}/`,
  );
  const nginx = await startNginx(folder, PORT + 2, page.body);
  const alone = await start(
    process.execPath,
    ["bench/next-alone.ts", String(PORT + 3)],
    `http://127.0.0.1:${PORT + 3}${address}`,
    {
      NODE_ENV: "production",
      DATA_DIR: data.many,
    },
  );

  console.log("An article page from memory");
  const measure = (url: string, more: { script?: string; connections?: number } = {}) =>
    load({ url, seconds: SECONDS, folder, ...more });
  // In turn, the best of each: what else the machine does meanwhile hits one as well as the other.
  const cached: Load[] = [];
  const controls: Load[] = [];
  const files: Load[] = [];
  for (let time = 0; time < ROUNDS; time += 1) {
    controls.push(await measure(`http://127.0.0.1:${PORT + 1}/`));
    cached.push(await measure(base + address));
    if (nginx) files.push(await measure(nginx.url));
  }
  const top = (loads: Load[]) => loads.toSorted((a, b) => b.requestsPerSecond - a.requestsPerSecond)[0] as Load;
  const [ourTop, controlTop] = [top(cached), top(controls)];
  row(
    "article from memory ÷ bare Node",
    "≥ 0.8 ×",
    `${times(ourTop.requestsPerSecond, controlTop.requestsPerSecond)} (${speed(ourTop)} against ${speed(controlTop)})`,
    ourTop.requestsPerSecond >= 0.8 * controlTop.requestsPerSecond,
  );
  if (nginx) {
    const file = top(files);
    row(
      "article from memory ÷ nginx with a ready file",
      "≥ 0.7 ×",
      `${times(ourTop.requestsPerSecond, file.requestsPerSecond)} (nginx ${speed(file)})`,
      ourTop.requestsPerSecond >= 0.7 * file.requestsPerSecond,
    );
  } else row("article from memory ÷ nginx with a ready file", "≥ 0.7 ×", "nginx is not installed here");
  const renderings: Load[] = [];
  for (let time = 0; time < ROUNDS; time += 1) {
    renderings.push(await measure(`http://127.0.0.1:${PORT + 3}${address}`, { connections: 8 }));
  }
  const throughNext = top(renderings);
  // A framework starved by other work, or answering with errors, is no measure of anything.
  const isSound = throughNext.errors === 0 && throughNext.requestsPerSecond >= 20;
  row(
    "article from memory ÷ the same through Next alone",
    "≥ 15 ×",
    `${times(ourTop.requestsPerSecond, throughNext.requestsPerSecond)} (Next ${speed(throughNext)}, ${throughNext.errors} errors)`,
    isSound ? ourTop.requestsPerSecond >= 15 * throughNext.requestsPerSecond : undefined,
  );
  const leastCpu = await renderingCpu(alone, Array(300).fill("/privacy"), 100);
  await alone.stop();

  console.log("A tenth of the requests to 5,000 different articles");
  const tenth = { script: randomArticles(0.1, address) };
  const mixedControl = await measure(`http://127.0.0.1:${PORT + 1}`, tenth);
  const cold = await measure(base, tenth);
  row(
    "mixed, from the first rendering on ÷ bare Node",
    "",
    `${times(cold.requestsPerSecond, mixedControl.requestsPerSecond)} (${speed(cold)} against ${speed(mixedControl)})`,
  );
  await askEach(base, articles(0, MANY));
  const mixed = await measure(base, tenth);
  row(
    "mixed, each page rendered once before ÷ bare Node",
    "≥ 0.5 ×",
    `${times(mixed.requestsPerSecond, mixedControl.requestsPerSecond)} (${speed(mixed)} against ${speed(mixedControl)})`,
    mixed.requestsPerSecond >= 0.5 * mixedControl.requestsPerSecond,
  );
  row("p99 of that", "≤ 5 × the control's", `${times(mixed.p99, mixedControl.p99)}`, mixed.p99 <= 5 * mixedControl.p99);

  console.log("First renderings");
  // The other order of comments makes pages that nobody has asked for yet; by now the engine has compiled what it will.
  const unasked = articles(0, 300).map((address) => `${address}?order=newest`);
  const articleCpu = await renderingCpu(many, unasked, 100);
  row(
    "CPU of an article's first rendering",
    "≤ 8 ms",
    `${articleCpu.toFixed(1)} ms (a page of a few sentences, through Next alone and often: ${leastCpu.toFixed(1)} ms)`,
    articleCpu <= 8,
  );
  row(
    "CPU of an article, 5,000 ÷ 200 articles",
    "≤ 1.2 ×",
    `${times(manyArticleCpu, fewArticleCpu)} (${manyArticleCpu.toFixed(1)} ms, soon after the start)`,
    manyArticleCpu <= 1.2 * fewArticleCpu,
  );
  row(
    "CPU of a section page, 5,000 ÷ 200 articles",
    "≤ 1.2 ×",
    `${times(manySectionCpu, fewSectionCpu)} (${manySectionCpu.toFixed(1)} ms)`,
    manySectionCpu <= 1.2 * fewSectionCpu,
  );

  console.log("Publishing and commenting under load");
  const given = { server: many, base, folder, address, seconds: SECONDS };
  const shown = await publishUnderLoad(given, quick ? 5 : 20);
  row(
    "published → on article, section and front page",
    "next request, ≤ 50 ms median",
    `next request, ${median(shown).toFixed(1)} ms median, ${Math.max(...shown).toFixed(1)} ms at most`,
    median(shown) <= 50,
  );
  const { most, paced, idle, reading } = await commentsWhileReading(given, ourTop.requestsPerSecond / 2);
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

  console.log("Memory");
  const spread = randomArticles(1, address);
  const sizes: number[] = [];
  let asked = 0;
  const enough = quick ? 2_000 : 200_000;
  for (let part = 0; part < 40 && asked < enough; part += 1) {
    const seconds = quick ? 2 : 10;
    asked += seconds * (await load({ url: base, seconds, folder, script: spread })).requestsPerSecond;
    sizes.push(memoryOf(many.pid));
  }
  const last = sizes.at(-1) ?? 0;
  row(
    "resident memory after 200,000 requests over 5,000 pages",
    "≤ 400 MB",
    `${Math.round(last)} MB after ${Math.round(asked)} requests (${sizes.map(Math.round).join(" → ")})`,
    last > 400 ? false : asked >= 200_000 ? true : undefined,
  );

  await Promise.all([many.stop(), control.stop(), nginx?.stop()]);
  printTable();
}

await main();
process.exit(0);
