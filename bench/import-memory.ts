import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { post, wordpressComment, wordpressExport } from "#exchange/testing/wordpress-export";

/*
 * How much memory the import of a large WordPress export takes: `node bench/import-memory.ts [MEGABYTES]`. The export is
 * made for the purpose, of posts with comments, and taken in by the command as an operator would. Linux only.
 */

const megabytes = Number(process.argv[2] ?? 300);
const folder = mkdtempSync(join(tmpdir(), "national-update-bench-"));
const file = join(folder, "export.xml");

const paragraph =
  "The tide was out when the clerk came to read the gauge, and nobody had told her that it had been moved. ".repeat(12);
const [head = "", tail = ""] = wordpressExport(["<!-- posts -->"]).split("<!-- posts -->");
const stream = createWriteStream(file);
stream.write(head);
let posts = 0;
for (let bytes = 0; bytes < megabytes * 1e6; ) {
  posts += 1;
  const content = Array.from(
    { length: 12 },
    () => `<!-- wp:paragraph -->\n<p>${paragraph}</p>\n<!-- /wp:paragraph -->`,
  ).join("\n\n");
  const comments = Array.from({ length: 5 }, (_, number) =>
    wordpressComment(posts * 10 + number, { email: `reader-${posts}@example.org` }),
  );
  const item = post({ id: posts, content, more: comments.join("") });
  bytes += Buffer.byteLength(item);
  if (!stream.write(item)) await once(stream, "drain");
}
stream.end(tail);
await finished(stream);

const began = performance.now();
const child = spawn(process.execPath, ["cli/command.ts", "import", "wordpress", file], {
  env: { ...process.env, DATA_DIR: join(folder, "data") },
  stdio: ["ignore", "ignore", "inherit"],
});
let running = true;
let highest = 0;
const ended = once(child, "exit").then(([code]) => {
  running = false;
  return code;
});
while (running) {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
    highest = Math.max(highest, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  } catch {
    // It has ended since.
  }
  await wait(250);
}
const code = await ended;
const seconds = (performance.now() - began) / 1000;
const size = statSync(file).size / 1e6;
rmSync(folder, { recursive: true });
console.log(
  `${size.toFixed(0)} MB with ${posts} posts and ${posts * 5} comments: ${seconds.toFixed(0)} s (${((2 * size) / seconds).toFixed(1)} MB/s over both readings), at most ${(highest / 1024).toFixed(0)} MB of memory, exit ${code}`,
);
