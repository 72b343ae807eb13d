import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import sharp from "sharp";
import { read } from "#db/client";
import * as schema from "#db/schema";
import { filesFromSite, filesInFolder } from "../move-in/picture-files.ts";
import { importedArticle } from "../testing/imported-article.ts";
import { exportsFolder, takeItems } from "../testing/taken-items.ts";
import { meta, post } from "../testing/wordpress-export.ts";
import type { ImportOptions } from "./import-wordpress.ts";

const now = new Date("2026-11-23T12:00:00Z");
const take = (items: string[], options: Partial<ImportOptions> = {}) => takeItems(items, { now, ...options });

const jpeg = (colour: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
const uploads = join(exportsFolder, "uploads");
const attachment = (id: number, path: string) =>
  post({
    id,
    type: "attachment",
    status: "inherit",
    more: `<wp:attachment_url>https://old.example/wp-content/uploads/${path}</wp:attachment_url>${meta("_wp_attachment_image_alt", `Alt ${id}`)}`,
  });

test("pictures come from the uploads folder, full size and with their words, and not from outside of it", async () => {
  mkdirSync(join(uploads, "2024"), { recursive: true });
  writeFileSync(join(uploads, "2024", "a.jpg"), await jpeg("red"));
  writeFileSync(join(exportsFolder, "secret.jpg"), await jpeg("blue"));
  symlinkSync(join(exportsFolder, "secret.jpg"), join(uploads, "link.jpg"));
  const content = `<figure><img src="https://old.example/wp-content/uploads/2024/a-300x200.jpg" alt="The alt"><figcaption>The caption</figcaption></figure>
<img src="https://old.example/wp-content/uploads/2024/..%2f..%2fsecret.jpg"><img src="https://old.example/wp-content/uploads/link.jpg"><img src="https://elsewhere.example/x.jpg">`;
  const items = [attachment(70, "2024/a.jpg"), post({ id: 71, content, more: meta("_thumbnail_id", "70") })];
  await take(items);
  assert.equal(importedArticle(71).text.pictureId, null);
  const dry = await take(items, { files: filesInFolder(uploads), dryRun: true });
  assert.equal(dry.data.counts.pictures?.taken, 1);
  assert.equal(read().select().from(schema.media).all().length, 0);
  const report = await take(items, { files: filesInFolder(uploads) });
  assert.deepEqual(report.data.counts.pictures, { taken: 1, "left out": 2 });
  const { text } = importedArticle(71);
  const [kept] = read().select().from(schema.media).all();
  assert.equal(kept?.alt, "Alt 70");
  assert.equal(text.pictureId, kept?.id);
  assert.deepEqual(text.body.content[0], {
    type: "picture",
    attrs: { mediaId: kept?.id, alt: "The alt", caption: "The caption", credit: "" },
  });
  assert.equal((await take(items, { files: filesInFolder(uploads) })).written, 0);
});

test("pictures are fetched from the one site the operator named, and a redirect elsewhere is not followed", async () => {
  const asked: string[] = [];
  const picture = await jpeg("green");
  const elsewhere = createServer((request, response) => {
    asked.push(`elsewhere ${request.url}`);
    response.end(picture);
  }).listen(0, "127.0.0.1");
  const site = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (request.url?.endsWith("moved.jpg")) {
      response
        .writeHead(302, { location: `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/x.jpg` })
        .end();
    } else if (request.url?.endsWith("there.jpg")) response.end(picture);
    else response.writeHead(404).end();
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => site.once("listening", resolve));
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const at = (id: number, path: string) =>
    attachment(id, path).replace("https://old.example/wp-content", `${origin}/wp-content`);
  const items = [
    at(80, "2024/there.jpg"),
    at(81, "2024/moved.jpg"),
    at(82, "2024/gone.jpg"),
    attachment(83, "2024/other-host.jpg"),
  ];
  const report = await take(items, { files: filesFromSite(origin) });
  site.close();
  elsewhere.close();
  assert.deepEqual(report.data.counts.pictures, { taken: 1, "left out": 3 });
  assert.deepEqual(
    asked.sort(),
    ["gone", "moved", "there"].map((name) => `/wp-content/uploads/2024/${name}.jpg`),
  );
});
