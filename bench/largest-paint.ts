import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync } from "node:zlib";
import { type Browser, chromium } from "playwright";
import { findChromium } from "#cli/chromium";

/*
 * node bench/largest-paint.ts http://127.0.0.1:3000/asia/an-article …
 *
 * When the largest thing of each page is painted on a slow phone (slow 4G, a processor four times slower), against the
 * same words, and the first picture where there is one, as one static file from a bare server, in turns. Medians of nine.
 * Without styles a paragraph may be the largest: where the page's largest is its picture, it is the picture in both.
 */
const RUNS = 9;
/** As Chromium's developer tools have it: bytes a second, ms. */
const SLOW_4G = { downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5, offline: false };
const SLOWER = 4;
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

const addresses = process.argv.slice(2);
if (addresses.length === 0) {
  console.error("node bench/largest-paint.ts ADDRESS …");
  process.exit(1);
}

/** When, in ms, and the name of the element. */
type Paint = { at: number; what: string };

async function largestPaintOf(browser: Browser, address: string, ofPicture = false): Promise<Paint> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(() => {
    const marking = new MutationObserver(() => {
      const picture = document.querySelector("picture img");
      picture?.setAttribute("elementtiming", "picture");
      if (picture) marking.disconnect();
    });
    marking.observe(document, { childList: true, subtree: true });
  });
  await page.goto(address, { waitUntil: "networkidle" });
  const painted = await page.evaluate(
    (type) =>
      new Promise<{ at: number; what: string }>((resolve, reject) => {
        setTimeout(() => reject(new Error(`no ${type} in sight`)), 5_000);
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1) as PerformanceEntry & { element?: Element };
          resolve({ at: last.startTime, what: last.element?.tagName.toLowerCase() ?? "" });
        }).observe({ type, buffered: true });
      }),
    ofPicture ? "element" : "largest-contentful-paint",
  );
  await context.close();
  return painted;
}

/**
 * The words of a page and its first picture, in their order and in elements that need no styles. The picture is as large
 * as in the page: spread over more pixels than its bytes account for, it would not count as a paint at all.
 */
async function wordsOf(browser: Browser, address: string): Promise<string> {
  const page = await browser.newPage(PHONE);
  await page.goto(address, { waitUntil: "load" });
  const body = await page.locator("main :is(h1, h2, h3, p, li), main picture").evaluateAll((elements) => {
    const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    const first = elements.find(({ tagName }) => tagName === "PICTURE");
    return elements.flatMap((element) => {
      if (element.tagName !== "PICTURE") return `<${element.tagName}>${escaped(element.textContent ?? "")}`;
      if (element !== first) return [];
      const image = element.querySelector("img");
      if (image) [image.width, image.height] = [image.clientWidth, image.clientHeight];
      return element.outerHTML;
    });
  });
  await page.close();
  const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Words</title>';
  return `<!doctype html><html lang="en">${head}${body.join("\n")}</html>`;
}

const middle = (paints: Paint[]): Paint => paints.toSorted((one, other) => one.at - other.at)[RUNS >> 1] as Paint;
const said = ({ at, what }: Paint) => `${Math.round(at)} ms (${what})`;

const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
for (const address of addresses) {
  const file = brotliCompressSync(await wordsOf(browser, address));
  const control = createServer(async (request, response) => {
    if (request.url !== "/") {
      const picture = await fetch(new URL(request.url ?? "", address));
      const type = picture.headers.get("content-type") ?? "";
      return void response.writeHead(picture.status, { "Content-Type": type }).end(await picture.bytes());
    }
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Encoding": "br" }).end(file);
  });
  await new Promise<void>((resolve) => control.listen(0, "127.0.0.1", resolve));
  const plain = `http://127.0.0.1:${(control.address() as AddressInfo).port}/`;
  const ours: Paint[] = [];
  const theirs: Paint[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const painted = await largestPaintOf(browser, address);
    ours.push(painted);
    theirs.push(await largestPaintOf(browser, plain, painted.what === "img"));
  }
  const [page, words] = [middle(ours), middle(theirs)];
  console.log(
    `${address}: ${said(page)}; the same words as one file: ${said(words)}; ${(page.at / words.at).toFixed(2)} ×`,
  );
  control.close();
  control.closeAllConnections();
}
await browser.close();
