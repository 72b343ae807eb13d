import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Load = { requestsPerSecond: number; p50: number; p99: number; errors: number };

type Given = {
  url: string;
  seconds: number;
  connections?: number;
  /** wrk's own language: what is asked, where it is not always the same. */
  script?: string;
  folder: string;
  /** Of this load, where several run at the same time. */
  name?: string;
};

const wrk = ["/usr/bin/wrk", "/usr/local/bin/wrk"].find(existsSync);

/** What browsers send along. */
export const BROWSER = {
  "Accept-Encoding": "gzip, deflate, br",
  "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0",
};

/** Asks a server of this machine for as much as it can give, by wrk. */
export async function load({ url, seconds, connections = 32, script, folder, name = "load" }: Given): Promise<Load> {
  if (!wrk) throw new Error("The measurements need wrk (Debian: apt-get install wrk).");
  const path = join(folder, `${name}.lua`);
  const headers = Object.entries(BROWSER).map(([name, value]) => `wrk.headers["${name}"] = "${value}"`);
  writeFileSync(path, `${headers.join("\n")}\n${script ?? ""}\n${REPORT}`);
  const output = await run(wrk, ["-t1", `-c${connections}`, `-d${seconds}s`, "-s", path, url]);
  const found = /^RESULT (.*)$/m.exec(output)?.[1];
  if (!found) throw new Error(`wrk said nothing of use:\n${output}`);
  const { requests, duration, p50, p99, errors } = JSON.parse(found) as Record<string, number>;
  return {
    requestsPerSecond: (requests ?? 0) / ((duration ?? 1) / 1e6),
    p50: (p50 ?? 0) / 1_000,
    p99: (p99 ?? 0) / 1_000,
    errors: errors ?? 0,
  };
}

const REPORT = `
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('RESULT {"requests":%d,"duration":%d,"p50":%d,"p99":%d,"errors":%d}\\n', summary.requests,
    summary.duration, latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end`;

export function run(command: string, given: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, given, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += part));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(output) : reject(new Error(`${command}: ${output}`))));
  });
}
