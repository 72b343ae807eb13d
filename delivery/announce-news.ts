import type { PageTag } from "#core/page-tags";
import type { Log } from "./log.ts";

/** An article for those who are told of it: its address, and the feeds it stands in. */
export type News = { url: string; feeds: readonly string[] };

export type AnnounceGiven = {
  origin: string;
  /** Tells feed subscribers (W3C WebSub); undefined tells none. */
  hub: string | undefined;
  /** Search engines that take IndexNow know the site by it; undefined tells none. */
  indexNowKey: string | undefined;
  /** The articles published after `since` and until `now`, and those of `changed` that readers see. */
  findNews: (since: Date, now: Date, changed: readonly number[]) => Promise<News[]>;
  onChange: (listener: (tags: PageTag[]) => void) => () => void;
  log: Log;
  fetch?: typeof fetch;
};

const EVERY_MS = 60_000;
const PATIENCE_MS = 10_000;
const INDEX_NOW = "https://api.indexnow.org/indexnow";

/**
 * Tells a WebSub hub and search engines what is new: once a minute what was published, by a deed or by the clock, and
 * what was changed. Where they do not answer, the log says so and the publication goes on. Returns how to stop, and the
 * round itself.
 */
export function announceNews(
  given: AnnounceGiven,
  from: Date,
): { stop: () => void; round: (now: Date) => Promise<void> } {
  const changed = new Set<number>();
  let since = from;
  const stopListening = given.onChange((tags) => {
    for (const tag of tags) if (tag.startsWith("article:")) changed.add(Number(tag.slice("article:".length)));
  });
  const round = async (now: Date): Promise<void> => {
    const ids = [...changed];
    changed.clear();
    const news = await given.findNews(since, now, ids);
    since = now;
    if (news.length === 0) return;
    const feeds = [...new Set(news.flatMap((each) => each.feeds))];
    if (given.hub) {
      const body = new URLSearchParams([["hub.mode", "publish"], ...feeds.map((feed) => ["hub.url", feed])]);
      await send(given, given.hub, body, "application/x-www-form-urlencoded");
    }
    if (given.indexNowKey) {
      const { origin, indexNowKey: key } = given;
      const urlList = [...new Set(news.map(({ url }) => url))];
      const body = JSON.stringify({ host: new URL(origin).host, key, keyLocation: `${origin}/indexnow.txt`, urlList });
      await send(given, INDEX_NOW, body, "application/json; charset=utf-8");
    }
  };
  const failed = (error: unknown) => given.log.warn({ error }, "What is new could not be announced");
  const timer = setInterval(() => void round(new Date()).catch(failed), EVERY_MS).unref();
  return {
    round,
    stop: () => {
      clearInterval(timer);
      stopListening();
    },
  };
}

async function send(
  { log, fetch: call = fetch }: AnnounceGiven,
  to: string,
  body: string | URLSearchParams,
  type: string,
) {
  try {
    const answer = await call(to, {
      method: "POST",
      body: body.toString(),
      headers: { "Content-Type": type },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) log.warn({ to: new URL(to).host, status: answer.status }, "An announcement was refused");
  } catch (error) {
    log.warn({ to: new URL(to).host, error }, "An announcement was not answered");
  }
}
