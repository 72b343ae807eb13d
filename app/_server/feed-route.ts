import { slugFromPath } from "#core/paths";
import { atomFeed } from "#exchange/feeds/atom";
import type { Feed } from "#exchange/feeds/feed";
import { jsonFeed } from "#exchange/feeds/json-feed";
import { rssFeed } from "#exchange/feeds/rss";
import { type FeedSubject, findFeed } from "./feed-queries";

/** `type` is how links to it name it, `sentAs` what it is sent as. */
type Form = { file: string; type: string; sentAs: string; write: (feed: Feed) => string };

/** Browsers show XML that is sent as a feed as its source, without its style sheet; readers' programs take either. */
const forms = {
  rss: { file: "feed.xml", type: "application/rss+xml", sentAs: "application/xml", write: rssFeed },
  atom: { file: "atom.xml", type: "application/atom+xml", sentAs: "application/xml", write: atomFeed },
  json: { file: "feed.json", type: "application/feed+json", sentAs: "application/feed+json", write: jsonFeed },
} satisfies Record<string, Form>;

/** Next gives no parameters at all to a route whose address has none. */
type Params = { params: Promise<{ section?: string; slug?: string } | undefined> };

/** Answers with a feed. Delivery keeps it like a page, and answers who has it already with 304. */
export function feedRoute(subject: FeedSubject, form: keyof typeof forms) {
  const { file, sentAs, write } = forms[form];
  return async (_: Request, { params }: Params): Promise<Response> => {
    const { section, slug } = (await params) ?? {};
    const wanted = slugFromPath(slug ?? section ?? "");
    const feed = wanted === undefined ? undefined : await findFeed(subject, wanted, file);
    if (!feed) return new Response("There is no such feed.", { status: 404 });
    return new Response(write(feed), { headers: { "Content-Type": `${sentAs}; charset=utf-8` } });
  };
}

/** The feeds of a page, for its head (metadata `alternates.types`): programs find them from the page's own address. */
export function feedLinks(path: string, title: string) {
  const at = path === "/" ? "" : path;
  return Object.fromEntries(
    Object.values(forms).map(({ file, type }) => [
      type,
      [{ url: `${at}/${file}`, title: `${title} (${nameOf(type)})` }],
    ]),
  );
}

const nameOf = (type: string): string => (type.includes("rss") ? "RSS" : type.includes("atom") ? "Atom" : "JSON Feed");
