import assert from "node:assert/strict";
import { test } from "node:test";
import type { PageTag } from "#core/page-tags";
import { announceNews } from "./announce-news.ts";

const start = new Date("2026-11-23T12:00:00Z");
const later = new Date("2026-11-23T12:01:00Z");

function announcer(given: { hub?: string; indexNowKey?: string; answer?: () => Promise<Response> }) {
  const sent: { to: string; body: string }[] = [];
  const warnings: string[] = [];
  const asked: { since: Date; changed: readonly number[] }[] = [];
  let tell: (tags: PageTag[]) => void = () => undefined;
  const { round, stop } = announceNews(
    {
      origin: "https://example.org",
      hub: given.hub,
      indexNowKey: given.indexNowKey,
      findNews: async (since, _, changed) => {
        asked.push({ since, changed });
        return changed.map((id) => ({
          url: `https://example.org/asia/${id}`,
          feeds: ["https://example.org/feed.xml"],
        }));
      },
      onChange: (listener) => {
        tell = listener;
        return () => undefined;
      },
      log: {
        warn: (_: unknown, words: string) => warnings.push(words),
      } as never,
      fetch: async (to, init) => {
        sent.push({ to: String(to), body: String(init?.body) });
        return given.answer ? given.answer() : new Response(null, { status: 204 });
      },
    },
    start,
  );
  return { sent, warnings, asked, round, stop, tell: (tags: PageTag[]) => tell(tags) };
}

test("a change is told once to the hub, feed by feed, and to search engines, address by address", async () => {
  const { sent, round, stop, tell, asked } = announcer({ hub: "https://hub.example.net/", indexNowKey: "abcdefgh" });
  tell(["article:3", "article:3", "article:4", "latest"]);
  await round(later);
  await round(later);
  stop();
  assert.equal(sent.length, 2);
  assert.equal(sent[0]?.body, "hub.mode=publish&hub.url=https%3A%2F%2Fexample.org%2Ffeed.xml");
  assert.deepEqual(JSON.parse(sent[1]?.body ?? "").urlList, [
    "https://example.org/asia/3",
    "https://example.org/asia/4",
  ]);
  assert.deepEqual(asked[1], { since: later, changed: [] });
});

test("nobody is told where nobody is configured, and an answer that never comes stops nothing", async () => {
  const silent = announcer({});
  silent.tell(["article:3"]);
  await silent.round(later);
  silent.stop();
  assert.deepEqual(silent.sent, []);
  const broken = announcer({ hub: "https://hub.example.net/", answer: () => Promise.reject(new Error("no route")) });
  broken.tell(["article:3"]);
  await broken.round(later);
  broken.stop();
  assert.deepEqual(broken.warnings, ["An announcement was not answered"]);
});
