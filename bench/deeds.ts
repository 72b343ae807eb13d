import { articleAddress } from "./fill.ts";
import { load } from "./load.ts";
import { ask, type Server } from "./servers.ts";

/** How many connections read while something else happens. */
const READERS = 32;

/** Lets each connection wait, so that all together send that many requests a second. */
const paced = (rate: number, connections = READERS) =>
  `delay = function() return ${Math.max(1, Math.round((connections / rate) * 1_000))} end`;

/** Some more than the goal asks for, since an answer takes its time too. */
const PACED_COMMENTS = 350;
/** So many that one answer's time is little beside the wait between two. */
const PACED_WRITERS = 32;

type Given = { server: Server; base: string; folder: string; address: string; seconds: number };

/**
 * Publishes articles while readers read, and takes the time from the moment the deed is done to the moment at which
 * article, section and front page have been asked for once and all show it. Throws where one of them does not.
 */
export async function publishUnderLoad(
  { server, base, folder, address, seconds }: Given,
  times: number,
): Promise<number[]> {
  const reading = load({ url: base + address, seconds, connections: READERS, folder, script: paced(2_000) });
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    for (const path of ["/", "/asia"]) await ask(base + path);
    const slug = `bench-${Date.now()}-${time}`;
    await server.tell(slug);
    const began = performance.now();
    const pages = await Promise.all(
      [`/asia/${slug}`, "/asia", "/"].map((path) => ask(base + path, { headers: { "Accept-Encoding": "identity" } })),
    );
    taken.push(performance.now() - began);
    for (const { status, body } of pages) {
      if (status !== 200 || !body.includes(`Published as ${slug}`))
        throw new Error(`A page does not show ${slug} (${status}).`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await reading;
  return taken;
}

const hiddenFields = (html: string) =>
  Array.from(html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g), ([, name = "", value = ""]) => [
    name,
    value,
  ]);

/**
 * Readers at the given rate for a while, then the same with as many comments as are taken, then with some 300 a second.
 */
export async function commentsWhileReading(given: Given, rate: number) {
  const { base, folder, address, seconds } = given;
  const read = () =>
    load({ url: base + address, seconds, connections: READERS, folder, script: paced(rate), name: "reading" });
  const script = await commentScript(base);
  const write = async (connections: number, pace: string) => {
    const sent = await load({ url: base, seconds, connections, folder, script: script + pace, name: "commenting" });
    return { perSecond: sent.requestsPerSecond - sent.errors / seconds, refused: sent.errors };
  };
  const idle = await read();
  const [, most] = await Promise.all([read(), write(8, "")]);
  const [reading, some] = await Promise.all([read(), write(PACED_WRITERS, paced(PACED_COMMENTS, PACED_WRITERS))]);
  return { idle, most, reading, paced: some };
}

/** Each comment comes from a reader of its own, in wrk's language. */
async function commentScript(base: string): Promise<string> {
  const commented = articleAddress(12);
  const page = await ask(base + commented, { headers: { "Accept-Encoding": "identity" } });
  const fields = new URLSearchParams(hiddenFields(page.body.toString()));
  return `
local n = math.random(0, 1e6)
request = function()
  n = n + 1
  local who = string.format("%d-%d", n, math.random(1, 1e9))
  local body = "${fields}&text=The+ferry+was+late+again+" .. who .. "&name=Reader&website=&email=reader-" .. who .. "@example.org"
  local address = string.format("100.%d.%d.%d", 64 + n % 64, math.floor(n / 64) % 256, math.floor(n / 16384) % 256)
  return wrk.format("POST", "${commented}", {
    ["Content-Type"] = "application/x-www-form-urlencoded", ["Origin"] = "${base}", ["X-Forwarded-For"] = address,
    ["Host"] = "${new URL(base).host}" }, body)
end
`;
}
