import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { describe, test } from "node:test";
import sharp from "sharp";
import { transaction } from "#db/client";
import { dataPath } from "#db/environment";
import { findPictureByHash } from "#db/media";
import { media } from "#db/schema";
import { HEAVIEST_PICTURE, isNamedOtherwise, keepPicture } from "./pictures.ts";

const now = new Date("2026-11-23T09:00:00Z");
const colour = "#3366cc";

const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: colour } });
/** Half red above, half blue below: shows which way is up. */
const redOverBlue = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#0000ff" } }).composite([
    { input: { create: { width, height: height / 2, channels: 3, background: "#ff0000" } }, top: 0, left: 0 },
  ]);

async function kept(bytes: Uint8Array, filename = "picture") {
  const result = await keepPicture(bytes, { filename }, now);
  assert.ok(result.ok, result.ok ? "" : result.reason);
  return result.value;
}

describe("a picture that is taken in", () => {
  test("comes in AVIF and WebP at every width below its own and its own, and in JPEG at two", async () => {
    const picture = await kept(await blank(1500, 1000).jpeg().toBuffer());
    const names = picture.sizes.map(({ width, format }) => `${width}.${format}`);
    assert.deepEqual(names, [
      ...["320.avif", "320.webp", "640.avif", "640.webp", "640.jpeg", "960.avif", "960.webp"],
      ...["1280.avif", "1280.webp", "1280.jpeg", "1500.avif", "1500.webp"],
    ]);
    assert.deepEqual(readdirSync(dataPath("media", picture.hash)).sort(), names.sort());
    for (const { width, height, format, bytes } of picture.sizes) {
      const path = dataPath("media", picture.hash, `${width}.${format}`);
      assert.equal(statSync(path).size, bytes);
      const made = await sharp(path).metadata();
      assert.deepEqual([made.width, made.height], [width, height]);
      assert.equal(height, Math.round((width * 2) / 3));
    }
  });

  test("is never enlarged, and has a JPEG however small it is", async () => {
    const picture = await kept(await blank(200, 100).png().toBuffer());
    assert.deepEqual(
      picture.sizes.map(({ width, format }) => `${width}.${format}`),
      ["200.avif", "200.webp", "200.jpeg"],
    );
  });

  test("is no wider than 1800, though its own size is remembered", async () => {
    const picture = await kept(await blank(3600, 1200).webp().toBuffer());
    assert.deepEqual([picture.width, picture.height], [3600, 1200]);
    assert.equal(Math.max(...picture.sizes.map(({ width }) => width)), 1800);
  });

  test("may be so tall that no format holds it as it is", async () => {
    const picture = await kept(await blank(400, 17_000).png().toBuffer());
    assert.deepEqual([picture.width, picture.height], [400, 17_000]);
    assert.deepEqual([...new Set(picture.sizes.map(({ width, height }) => `${width} × ${height}`))], ["85 × 3600"]);
  });

  test("is turned upright as the camera was held", async () => {
    // 6: the camera was held a quarter turn to the left, so the file's left edge is the top.
    const file = await redOverBlue(400, 800).rotate(-90).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    assert.equal((await sharp(file).metadata()).width, 800);
    const picture = await kept(file);
    assert.deepEqual([picture.width, picture.height], [400, 800]);
    const { data } = await sharp(dataPath("media", picture.hash, "400.webp"))
      .resize(1, 2, { kernel: "nearest" })
      .raw()
      .toBuffer({ resolveWithObject: true });
    assert.ok((data[0] ?? 0) > 200 && (data[2] ?? 255) < 60, "above is red");
    assert.ok((data[3] ?? 255) < 60 && (data[5] ?? 0) > 200, "below is blue");
  });

  test("loses what the camera wrote into it", async () => {
    const exif = {
      IFD0: { Artist: "Jane Canary", Copyright: "Canary Pictures" },
      IFD3: { GPSLatitude: "37/1 33/1 0/1" },
    };
    const file = await blank(700, 500).jpeg().withExif(exif).toBuffer();
    assert.ok(file.includes("Canary"));
    const picture = await kept(file);
    for (const { width, format } of picture.sizes) {
      const made = await sharp(dataPath("media", picture.hash, `${width}.${format}`)).metadata();
      assert.equal(made.exif ?? made.xmp ?? made.iptc, undefined);
    }
  });

  test("has its average colour", async () => {
    const picture = await kept(await blank(64, 64).png().toBuffer());
    assert.equal(picture.colour, colour);
    const half = await kept(await redOverBlue(64, 64).png().toBuffer());
    assert.match(half.colour, /^#[78][0-9a-f]00[78][0-9a-f]$/);
  });

  for (const format of ["jpeg", "png", "webp", "avif", "gif"] as const) {
    test(`may be a ${format}, whatever its name says`, async () => {
      const picture = await kept(await blank(330, 220).toFormat(format).toBuffer(), "letter.txt");
      assert.equal(picture.width, 330);
    });
  }

  test("may have transparent parts, which are white where JPEG has none", async () => {
    const clear = { create: { width: 40, height: 40, channels: 4, background: "#00000000" } } as const;
    const picture = await kept(await sharp(clear).png().toBuffer());
    const jpeg = await sharp(dataPath("media", picture.hash, "40.jpeg"))
      .raw()
      .toBuffer();
    assert.ok((jpeg[0] ?? 0) > 250);
    const webp = await sharp(dataPath("media", picture.hash, "40.webp")).metadata();
    assert.equal(webp.hasAlpha, true);
  });

  test("is one picture when it comes twice, with the words it first had", async () => {
    const file = await blank(321, 123).png().toBuffer();
    const said = { filename: "first.png", alt: "A harbour", caption: "", credit: "N. N." };
    const first = await keepPicture(file, said, now);
    const second = await keepPicture(file, { ...said, filename: "second.png", alt: "" }, now);
    assert.ok(first.ok && second.ok);
    assert.equal(second.value.id, first.value.id);
    const row = await transaction(async (tx) => tx.select().from(media).all().at(-1));
    assert.deepEqual([row?.filename, row?.alt, row?.credit], ["first.png", "A harbour", "N. N."]);
  });

  test("is one picture also when it comes twice at the same moment", async () => {
    const file = await blank(322, 123).png().toBuffer();
    const [one, other] = await Promise.all([kept(file), kept(file)]);
    assert.equal(one.id, other.id);
    assert.equal(readdirSync(dataPath("media", one.hash)).length, one.sizes.length);
  });
});

describe("what is refused", () => {
  const reason = async (bytes: Uint8Array, filename = "picture.jpg") => {
    const result = await keepPicture(bytes, { filename }, now);
    return result.ok ? "taken" : result.reason;
  };

  test("SVG, which can carry scripts", async () => {
    const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    assert.equal(await reason(Buffer.from(svg)), "not-a-picture");
  });

  test("HEIC, TIFF, a page of HTML and nothing at all, also under a picture's name", async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic")]);
    assert.equal(await reason(heic), "not-a-picture");
    assert.equal(await reason(await blank(10, 10).tiff().toBuffer()), "not-a-picture");
    assert.equal(await reason(Buffer.from("<!doctype html><title>Hello</title>")), "not-a-picture");
    assert.equal(await reason(Buffer.alloc(0)), "not-a-picture");
  });

  test("what its name says is of another kind, where people send it", async () => {
    const png = await blank(10, 10).png().toBuffer();
    for (const name of ["harbour.jpg", "harbour.webp", "harbour.SVG", "a.png.gif"]) {
      assert.equal(isNamedOtherwise(name, png), true, name);
    }
    for (const name of ["harbour.png", "harbour.PNG", "harbour", "harbour.of.busan", "png", ""]) {
      assert.equal(isNamedOtherwise(name, png), false, name);
    }
    assert.equal(isNamedOtherwise("harbour.JPG", await blank(10, 10).jpeg().toBuffer()), false);
  });

  test("a file that was cut off", async () => {
    for (const format of ["jpeg", "png", "webp", "avif", "gif"] as const) {
      const whole = await redOverBlue(600, 400).toFormat(format).toBuffer();
      assert.equal(await reason(whole.subarray(0, whole.length / 2)), "broken", format);
    }
  });

  test("a file of which only the first bytes are a picture's", async () => {
    assert.equal(await reason(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(500, 7)])), "broken");
  });

  test("more than 40 megapixels, however small the file", async () => {
    const bomb = await blank(8001, 5000).png().toBuffer();
    assert.ok(bomb.length < 1_000_000);
    assert.equal(await reason(bomb), "too-many-pixels");
  });

  test("more than 25 MB", async () => {
    assert.equal(await reason(Buffer.alloc(HEAVIEST_PICTURE + 1, 0xff)), "too-heavy");
  });

  test("and nothing of a refused file stays behind", async () => {
    const before = readdirSync(dataPath("media")).sort();
    const whole = await redOverBlue(500, 400).png().toBuffer();
    assert.equal(await reason(whole.subarray(0, whole.length / 2)), "broken");
    assert.deepEqual(readdirSync(dataPath("media")).sort(), before);
    assert.ok(before.every((name) => /^[0-9a-f]{64}$/.test(name)));
    assert.equal(await findPictureByHash("0".repeat(64)), undefined);
  });
});

describe("on a full disk", () => {
  const withDisk = (then: string) =>
    spawnSync("unshare", ["-rm", "sh", "-c", `mount -t tmpfs -o size=300k tmpfs "$DATA_DIR/media" && ${then}`], {
      env: { ...process.env, DATA_DIR: dataPath("full") },
      encoding: "utf8",
    });
  mkdirSync(dataPath("full", "media"), { recursive: true });
  const skip = withDisk("true").status === 0 ? false : "this machine lets nobody mount a small disk";

  test("a picture that does not fit leaves neither file nor row, and the next one that fits is kept", { skip }, () => {
    const child = `exec "${process.execPath}" --disable-warning=ExperimentalWarning exchange/testing/keep-on-full-disk.ts`;
    const { stdout, stderr } = withDisk(child);
    assert.deepEqual(
      JSON.parse(stdout || "null"),
      [
        { said: "ENOSPC", folders: 0, rows: 0 },
        { said: "kept", folders: 1, rows: 1 },
      ],
      stderr,
    );
  });
});
