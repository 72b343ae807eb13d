import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { row, speed, times } from "./figures.ts";
import { articles, askEach, renderingCpu } from "./first-rendering.ts";
import { type Load, load } from "./load.ts";
import { ask, memoryOf, type Server, start, startNginx } from "./servers.ts";

type Given = {
  server: Server;
  base: string;
  folder: string;
  /** The page that is asked for, of how many articles. */
  address: string;
  count: number;
  seconds: number;
  rounds: number;
  /** Ports from here on are free. */
  port: number;
  /** The data folder of what is measured, for the framework to render from alone. */
  data: string;
};

/** Servers that send the same page: a bare one of Node's, and nginx where it is installed. */
type Controls = { control: Server; nginx: Server | undefined };

/** Takes the page as it is once it is kept and asked for often, and starts what sends the same bytes. */
export async function startControls({ base, folder, address, port }: Given): Promise<Controls> {
  for (let time = 0; time < 100; time += 1) await ask(base + address);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const page = await ask(base + address);
  const [body, headers] = [join(folder, "body"), join(folder, "headers")];
  writeFileSync(body, page.body);
  const ours = page.headers.filter(
    (_, at) => !/^(?:date|connection|keep-alive)$/i.test(page.headers[at - (at % 2)] ?? ""),
  );
  writeFileSync(headers, JSON.stringify(ours));
  const url = `http://127.0.0.1:${port}/`;
  const control = await start(process.execPath, ["bench/control.ts", String(port), body, headers], url);
  return { control, nginx: await startNginx(folder, port + 1, page.body) };
}

const top = (loads: Load[]) => loads.toSorted((a, b) => b.requestsPerSecond - a.requestsPerSecond)[0] as Load;

/** One article from memory against the controls, in turn, the best of each: what else the machine does hits all alike. */
export async function oneArticle(given: Given, { control, nginx }: Controls): Promise<Load> {
  console.log("An article page from memory");
  const { base, address, seconds, folder } = given;
  const cached: Load[] = [];
  const controls: Load[] = [];
  const files: Load[] = [];
  for (let time = 0; time < given.rounds; time += 1) {
    controls.push(await load({ url: control.url, seconds, folder }));
    cached.push(await load({ url: base + address, seconds, folder }));
    if (nginx) files.push(await load({ url: nginx.url, seconds, folder }));
  }
  const [ours, bare] = [top(cached), top(controls)];
  row(
    "article from memory ÷ bare Node",
    "≥ 0.8 ×",
    `${times(ours.requestsPerSecond, bare.requestsPerSecond)} (${speed(ours)} against ${speed(bare)})`,
    ours.requestsPerSecond >= 0.8 * bare.requestsPerSecond,
  );
  const figure = "article from memory ÷ nginx with a ready file";
  if (nginx) {
    const file = top(files);
    row(
      figure,
      "≥ 0.7 ×",
      `${times(ours.requestsPerSecond, file.requestsPerSecond)} (nginx ${speed(file)})`,
      ours.requestsPerSecond >= 0.7 * file.requestsPerSecond,
    );
  } else row(figure, "≥ 0.7 ×", "nginx is not installed here");
  return ours;
}

/** The same article through the framework alone. Returns the CPU time it takes for a page with next to nothing on it. */
export async function nextAlone(given: Given, ours: Load): Promise<number> {
  const { address, seconds, folder } = given;
  const port = given.port + 2;
  const url = `http://127.0.0.1:${port}${address}`;
  const env = { NODE_ENV: "production", DATA_DIR: given.data };
  const alone = await start(process.execPath, ["bench/next-alone.ts", String(port)], url, env);
  const renderings: Load[] = [];
  for (let time = 0; time < given.rounds; time += 1) {
    renderings.push(await load({ url, seconds, folder, connections: 8 }));
  }
  const throughNext = top(renderings);
  // A framework starved by other work, or answering with errors, is no measure of anything.
  const isSound = throughNext.errors === 0 && throughNext.requestsPerSecond >= 20;
  row(
    "article from memory ÷ the same through Next alone",
    "≥ 15 ×",
    `${times(ours.requestsPerSecond, throughNext.requestsPerSecond)} (Next ${speed(throughNext)}, ${throughNext.errors} errors)`,
    isSound ? ours.requestsPerSecond >= 15 * throughNext.requestsPerSecond : undefined,
  );
  const least = await renderingCpu(alone, Array(300).fill("/privacy"), 100);
  await alone.stop();
  return least;
}

/** In wrk's language: that share of the requests goes to any of so many articles. */
const randomArticles = (share: number, { address, count }: Given) => `
local n = 0
request = function()
  n = n + 1
  if n % ${Math.round(1 / share)} == 0 then
    local i = math.random(0, ${count - 1})
    local sections = {"asia", "world", "economy", "science", "culture"}
    return wrk.format("GET", "/" .. sections[i % 5 + 1] .. "/article-" .. i)
  end
  return wrk.format("GET", "${address}")
end`;

/** A tenth of the requests to all the articles, from the first rendering on and once each has been rendered. */
export async function manyArticles(given: Given, { control }: Controls): Promise<void> {
  console.log("A tenth of the requests to 5,000 different articles");
  const { base, seconds, folder, count } = given;
  const script = randomArticles(0.1, given);
  const bare = await load({ url: new URL(control.url).origin, seconds, folder, script });
  const cold = await load({ url: base, seconds, folder, script });
  row(
    "mixed, from the first rendering on ÷ bare Node",
    "",
    `${times(cold.requestsPerSecond, bare.requestsPerSecond)} (${speed(cold)} against ${speed(bare)})`,
  );
  await askEach(base, articles(0, count));
  const mixed = await load({ url: base, seconds, folder, script });
  row(
    "mixed, each page rendered once before ÷ bare Node",
    "≥ 0.5 ×",
    `${times(mixed.requestsPerSecond, bare.requestsPerSecond)} (${speed(mixed)} against ${speed(bare)})`,
    mixed.requestsPerSecond >= 0.5 * bare.requestsPerSecond,
  );
  row("p99 of that", "≤ 5 × the control's", `${times(mixed.p99, bare.p99)}`, mixed.p99 <= 5 * bare.p99);
}

/** What the process takes while all the articles are asked for at random, `enough` times in all. */
export async function memoryWhileReading(given: Given, seconds: number, enough: number): Promise<void> {
  console.log("Memory");
  const { server, base, folder } = given;
  const script = randomArticles(1, given);
  const sizes: number[] = [];
  let asked = 0;
  for (let part = 0; part < 40 && asked < enough; part += 1) {
    asked += seconds * (await load({ url: base, seconds, folder, script })).requestsPerSecond;
    sizes.push(memoryOf(server.pid));
  }
  const last = sizes.at(-1) ?? 0;
  row(
    "resident memory after 200,000 requests over 5,000 pages",
    "≤ 400 MB",
    `${Math.round(last)} MB after ${Math.round(asked)} requests (${sizes.map(Math.round).join(" → ")})`,
    last > 400 ? false : asked >= 200_000 ? true : undefined,
  );
}
