import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";
import { post, wordpressComment, wordpressExport } from "#exchange/testing/wordpress-export";

/*
 * How much memory the import of a large WordPress export takes, and for how long nobody else can write meanwhile:
 * `node bench/import-memory.ts [MEGABYTES…]`. The first size is the control for the others. The exports are made for the
 * purpose, of posts with comments, and taken in by the command as an operator would: tried out first, then in earnest.
 * Linux only.
 */

const sizes = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "national-update-bench-"));
const paragraph =
  "The tide was out when the clerk came to read the gauge, and nobody had told her that it had been moved. ".repeat(12);

async function writeExport(path: string, megabytes: number): Promise<number> {
  const [head = "", tail = ""] = wordpressExport(["<!-- posts -->"]).split("<!-- posts -->");
  const stream = createWriteStream(path);
  stream.write(head);
  const content = `<!-- wp:paragraph -->\n<p>${paragraph}</p>\n<!-- /wp:paragraph -->\n\n`.repeat(12);
  let posts = 0;
  for (let bytes = 0; bytes < megabytes * 1e6; ) {
    posts += 1;
    const comments = Array.from({ length: 5 }, (_, number) =>
      wordpressComment(posts * 10 + number, { email: `reader-${posts}@example.org` }),
    );
    const item = post({ id: posts, content, more: comments.join("") });
    bytes += Buffer.byteLength(item);
    if (!stream.write(item)) await once(stream, "drain");
  }
  stream.end(tail);
  await finished(stream);
  return posts;
}

/** Megabytes of memory at most, seconds of processor time, and the longest time in a row in which nobody could write. */
type Run = { highest: number; cpu: number; seconds: number; shut: number; code: unknown };

async function take(path: string, data: string, more: string[] = []): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, ["cli/command.ts", "import", "wordpress", path, ...more], {
    env: { ...process.env, DATA_DIR: data },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  const run: Run = { highest: 0, cpu: 0, seconds: 0, shut: 0, code: undefined };
  let shutSince: number | undefined;
  for (let code: unknown; code === undefined; ) {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      run.highest = Math.max(run.highest, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      const times = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(" ");
      run.cpu = Math.max(run.cpu, (Number(times[13]) + Number(times[14])) / 100);
    } catch {
      // It has ended since.
    }
    if (canWrite(data)) shutSince = undefined;
    else shutSince ??= performance.now();
    if (shutSince !== undefined) run.shut = Math.max(run.shut, (performance.now() - shutSince) / 1000);
    code = await Promise.race([ended.then(([exit]) => exit as unknown), wait(100)]);
  }
  const [code] = await ended;
  return { ...run, seconds: (performance.now() - began) / 1000, code };
}

function canWrite(data: string): boolean {
  const file = join(data, "national-update.sqlite");
  if (!existsSync(file)) return true;
  const other = new Database(file, { timeout: 0 });
  try {
    other.exec("BEGIN IMMEDIATE; ROLLBACK");
    return true;
  } catch {
    return false;
  } finally {
    other.close();
  }
}

let control = 0;
for (const megabytes of sizes.length > 0 ? sizes : [40, 300]) {
  const path = join(folder, "export.xml");
  const data = join(folder, `data-${megabytes}`);
  const posts = await writeExport(path, megabytes);
  console.log(`${megabytes} MB with ${posts} posts and ${posts * 5} comments`);
  for (const [name, more] of [["dry run", ["--dry-run"]] as const, ["import", []] as const]) {
    const { highest, cpu, seconds, shut, code } = await take(path, data, [...more]);
    if (control === 0) control = highest;
    console.log(
      `  ${name.padEnd(8)}at most ${highest.toFixed(0)} MB of memory (${(highest / control).toFixed(2)} of the first), ${cpu.toFixed(0)} s of processor, ${seconds.toFixed(0)} s; nobody else could write for ${shut.toFixed(1)} s in a row; exit ${code}`,
    );
  }
  rmSync(data, { recursive: true });
}
rmSync(folder, { recursive: true });
