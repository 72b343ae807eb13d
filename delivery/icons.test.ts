import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import sharp from "sharp";
import { StaticFiles } from "#delivery/static-files";
import { html, runPublication } from "#delivery/testing/running-publication";

/** The length of the directory of an icon file with one picture in it. */
const ICO_HEAD = 22;

/** How far the most different of all colour values in two pictures are from each other. */
async function difference(picture: Buffer, size: number): Promise<number> {
  const pixels = (image: Buffer) => sharp(image).resize(size, size).removeAlpha().raw().toBuffer();
  const drawn = await sharp("app/icon.svg", { density: (72 * size) / 64 })
    .png()
    .toBuffer();
  const [given, meant] = [await pixels(picture), await pixels(drawn)];
  assert.equal(given.length, meant.length);
  return given.reduce((most, value, at) => Math.max(most, Math.abs(value - (meant[at] ?? 0))), 0);
}

test("what browsers and feed readers ask for unbidden is the publication's icon, small and kept", async () => {
  const { ask, rendered } = await runPublication(() => html("news"), {
    files: new StaticFiles(() => undefined).add("public", "", false),
  });
  const pictures: [path: string, type: string, size: number, head: number][] = [
    ["/favicon.ico", "image/x-icon", 32, ICO_HEAD],
    ["/apple-touch-icon.png", "image/png", 180, 0],
    ["/apple-touch-icon-precomposed.png", "image/png", 180, 0],
  ];
  for (const [path, type, size, head] of pictures) {
    const { status, headers, bytes } = await ask(path);
    assert.equal(status, 200, path);
    assert.equal(headers["content-type"], type);
    assert.match(headers["cache-control"] ?? "", /^public, max-age=86400/);
    assert.ok(bytes.length < 3_000, `${path} has ${bytes.length} bytes`);
    const picture = bytes.subarray(head);
    const { width, height } = await sharp(picture).metadata();
    assert.deepEqual([width, height], [size, size], path);
    assert.ok((await difference(picture, size)) < 24, `${path} is not what app/icon.svg shows: make it anew`);
    assert.equal((await ask(path, { headers: { "If-None-Match": headers.etag } })).status, 304);
  }
  assert.deepEqual(rendered, []);
});

test("an icon of another drawing is found out", async () => {
  const other = readFileSync("app/icon.svg", "utf8").replace("#d8442b", "#2b44d8");
  const drawn = await sharp(Buffer.from(other)).resize(180, 180).png().toBuffer();
  assert.ok((await difference(drawn, 180)) > 100);
});
