import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync } from "node:zlib";
import { type Browser, chromium, type Page } from "playwright";
import { findChromium } from "#cli/chromium";

/*
 * node bench/largest-paint.ts http://127.0.0.1:3000/asia/an-article …
 *
 * When the largest thing of each page is painted on a slow phone (slow 4G, a processor four times slower), against the
 * same words, and the first picture where there is one, as one static file from a bare server, in turns. Medians of nine.
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

async function largestPaintOf(browser: Browser, address: string): Promise<{ at: number; what: string }> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(address, { waitUntil: "networkidle" });
  const painted = await page.evaluate(
    () =>
      new Promise<{ at: number; what: string }>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1) as PerformanceEntry & { element?: Element };
          resolve({ at: last.startTime, what: last.element?.tagName.toLowerCase() ?? "" });
        }).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
  await context.close();
  return painted;
}

/** The words of a page and its first picture, in elements that need no styles. */
async function wordsOf(page: Page, address: string): Promise<string> {
  await page.goto(address);
  const lines = await page
    .locator("main :is(h1, h2, h3, p, li)")
    .evaluateAll((elements) => elements.map((element) => [element.tagName, element.textContent ?? ""] as const));
  const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const body = lines.map(([name, text]) => `<${name}>${escaped(text)}</${name}>`).join("\n");
  const picture = page.locator("main article > figure picture").first();
  const seen = (await picture.count()) > 0 ? await picture.evaluate((element) => element.outerHTML) : "";
  const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Words</title>';
  return `<!doctype html><html lang="en">${head}${seen}${body}</html>`;
}

const median = (numbers: number[]) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0;

const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
for (const address of addresses) {
  const page = await browser.newPage();
  const file = brotliCompressSync(await wordsOf(page, address));
  await page.close();
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
  const ours: number[] = [];
  const theirs: number[] = [];
  let what = "";
  for (let run = 0; run < RUNS; run += 1) {
    const painted = await largestPaintOf(browser, address);
    ours.push(painted.at);
    what = painted.what;
    theirs.push((await largestPaintOf(browser, plain)).at);
  }
  const [page_, words] = [median(ours), median(theirs)];
  console.log(
    `${address}: ${Math.round(page_)} ms (${what}), the words alone ${Math.round(words)} ms: ${(page_ / words).toFixed(2)} ×`,
  );
  control.close();
  control.closeAllConnections();
}
await browser.close();
