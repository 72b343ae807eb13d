import { articlePath, contributorPath, sectionPath, topicPath } from "#core/paths";
import { onChange } from "#db/client";
import { listNews } from "#db/published-news";
import { announceNews, type News } from "./announce-news.ts";
import type { Log } from "./log.ts";

const FILES = ["feed.xml", "atom.xml", "feed.json"] as const;

type Given = { publicUrl: string | undefined; hub: string | undefined; indexNowKey: string | undefined; log: Log };

/** Begins to tell what is new, where somebody is to be told and the site knows its own address. Returns how to stop. */
export function startAnnouncing({ publicUrl, hub, indexNowKey, log }: Given): () => void {
  if (publicUrl === undefined || (hub === undefined && indexNowKey === undefined)) return () => undefined;
  const { origin } = new URL(publicUrl);
  const findNews = async (since: Date, now: Date, changed: readonly number[]): Promise<News[]> =>
    (await listNews(since, now, changed)).map(({ slug, section, bylines, topicSlugs }) => {
      const lists = [
        "",
        sectionPath(section.slug),
        ...bylines.map((named) => contributorPath(named.slug)),
        ...topicSlugs.map(topicPath),
      ];
      return {
        url: origin + articlePath(section.slug, slug),
        feeds: lists.flatMap((path) => FILES.map((file) => `${origin}${path}/${file}`)),
      };
    });
  return announceNews({ origin, hub, indexNowKey, findNews, onChange, log }, new Date()).stop;
}
