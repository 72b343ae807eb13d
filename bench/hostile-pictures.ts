import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

/*
 * What hostile and broken files cost whoever takes pictures in: `node bench/hostile-pictures.ts`. Each file is taken in by
 * a process of its own, whose highest resident memory, time and processor time are read against a control that takes in a small whole
 * picture, and against the heaviest picture that is welcome. Linux only.
 */

/** In the child: takes one file in and says what came of it. */
async function take(path: string): Promise<void> {
  const { migrateDatabase } = await import("#db/client");
  migrateDatabase();
  const { keepPicture } = await import("#exchange/pictures");
  const bytes = readFileSync(path);
  const began = performance.now();
  const before = process.cpuUsage();
  const kept = await keepPicture(bytes, { filename: "picture" }, new Date());
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  const [, highest] = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  console.log(
    JSON.stringify({ said: kept.ok ? "kept" : kept.reason, ms, cpuMs: (user + system) / 1_000, kB: Number(highest) }),
  );
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "national-update-bench-"));
  const small = cost(folder, await flat(64, 64).png().toBuffer());
  line("a small whole PNG (the control)", small, small);
  for (const [name, bytes] of Object.entries(await hostileFiles())) line(name, cost(folder, bytes), small);
  line("a whole JPEG of 39.9 megapixels, welcome", cost(folder, await noise(7_740, 5_160)), small);
  rmSync(folder, { recursive: true });
}

type Cost = { said: string; ms: number; cpuMs: number; kB: number };

function cost(folder: string, bytes: Uint8Array): Cost {
  const path = join(folder, "file");
  writeFileSync(path, bytes);
  const { stdout, stderr, status } = spawnSync(process.execPath, [process.argv[1] ?? "", "--take", path], {
    env: { ...process.env, DATA_DIR: join(folder, "data") },
    encoding: "utf8",
  });
  if (status !== 0) {
    const said = `ended with ${status}: ${stderr.slice(-200)}`;
    return { said, ms: Number.NaN, cpuMs: Number.NaN, kB: Number.NaN };
  }
  return JSON.parse(stdout) as Cost;
}

function line(name: string, { said, ms, cpuMs, kB }: Cost, control: Cost): void {
  const more = (kB - control.kB) / 1_024;
  console.log(
    [
      name.padEnd(52),
      said.padEnd(16),
      `${ms.toFixed(0).padStart(6)} ms`,
      `${cpuMs.toFixed(0).padStart(6)} ms of the processor`,
      `${more.toFixed(0).padStart(5)} MB more`,
    ].join(" "),
  );
}

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#3366cc" }, limitInputPixels: false });

const noise = async (width: number, height: number): Promise<Buffer> => {
  const gaussian = { type: "gaussian", mean: 128, sigma: 30 } as const;
  return sharp({ create: { width, height, channels: 3, background: "#000000", noise: gaussian } })
    .jpeg({ quality: 80 })
    .toBuffer();
};

async function hostileFiles(): Promise<Record<string, Uint8Array>> {
  const photo = await noise(3_000, 2_000);
  const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));
  const progressive = await flat(6_000, 6_000).jpeg({ progressive: true }).toBuffer();
  return {
    "PNG of 30,000 × 30,000 in a few hundred kB": png(30_000, 30_000),
    "PNG that claims 2,000,000,000 × 2,000,000,000": pngHead(2_000_000_000, 2_000_000_000),
    "PNG of 8,000 × 5,000 that holds nothing": pngHead(8_000, 5_000),
    "PNG with 200 MB of text in a packed chunk": png(64, 64, [chunk("zTXt", packedText(200_000_000))]),
    "PNG with a packed colour profile of 200 MB": png(64, 64, [chunk("iCCP", packedText(200_000_000))]),
    "WebP of 16,383 × 16,383": await flat(16_383, 16_383).webp({ lossless: true, effort: 0 }).toBuffer(),
    "GIF of 65,535 × 65,535 that holds nothing": gif(65_535, 65_535),
    "GIF of 6,000 × 6,000 with 5,000 pictures": gif(6_000, 6_000, 5_000),
    "JPEG of 36 megapixels with 2,000 scans": withScans(progressive, 2_000),
    "JPEG cut off in the middle": half(photo),
    "WebP cut off in the middle": half(await sharp(photo).webp().toBuffer()),
    "AVIF cut off in the middle": half(await sharp(photo).avif({ effort: 0 }).toBuffer()),
    "JPEG of 24 MB whose picture is nonsense, yet decodes": Buffer.concat([
      photo.subarray(0, 700),
      Buffer.alloc(24_000_000, 0xaa),
    ]),
    "PNG of 2,000 × 20,000 in one colour": await flat(2_000, 20_000).png().toBuffer(),
    "JPEG of 1,800 × 22,000 of noise": await noise(1_800, 22_000),
    "SVG that calls itself a PNG": Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  };
}

const packedText = (bytes: number) =>
  Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(Buffer.alloc(bytes, 0x61))]);

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function pngHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a channel, red, green and blue.
  head[8] = 8;
  head[9] = 2;
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head)]);
}

/** One colour, which packs a thousandfold. */
function png(width: number, height: number, between: Buffer[] = []): Buffer {
  const rows = deflateSync(Buffer.alloc(Math.min(height, 20_000) * (1 + Math.min(width, 20_000) * 3)));
  return Buffer.concat([pngHead(width, height), ...between, chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

/** Frames of one pixel on a screen of any size. */
function gif(width: number, height: number, frames = 1): Buffer {
  const screen = Buffer.alloc(7);
  screen.writeUInt16LE(width, 0);
  screen.writeUInt16LE(height, 2);
  screen[4] = 0x80;
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  const all = Array.from({ length: frames }, () => frame);
  return Buffer.concat([Buffer.from("GIF89a"), screen, Buffer.alloc(6), ...all, Buffer.from([0x3b])]);
}

/** The last scan of a progressive JPEG over and over: each of them is decoded over the whole picture. */
function withScans(jpeg: Buffer, scans: number): Buffer {
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = jpeg.subarray(last, jpeg.length - 2);
  const room = Math.floor((24_000_000 - jpeg.length) / scan.length);
  const more = Array.from({ length: Math.min(scans, room) }, () => scan);
  return Buffer.concat([jpeg.subarray(0, -2), ...more, jpeg.subarray(-2)]);
}

if (process.argv[2] === "--take") await take(process.argv[3] ?? "");
else await compare();
