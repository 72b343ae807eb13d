/** Programs that gather texts to train or feed language models, by the names they give themselves. */
export const AI_CRAWLERS = [
  "AI2Bot",
  "Amazonbot",
  "anthropic-ai",
  "Applebot-Extended",
  "Bytespider",
  "CCBot",
  "ChatGPT-User",
  "Claude-SearchBot",
  "Claude-User",
  "ClaudeBot",
  "cohere-ai",
  "Diffbot",
  "FacebookBot",
  "Google-Extended",
  "GPTBot",
  "ImagesiftBot",
  "Meta-ExternalAgent",
  "Meta-ExternalFetcher",
  "OAI-SearchBot",
  "omgili",
  "PerplexityBot",
  "Perplexity-User",
  "PetalBot",
  "Timpibot",
  "YouBot",
] as const;

/** What nobody finds by a search engine: what staff use, and lists that repeat what has a page of its own. */
const PRIVATE = ["/api/", "/desk", "/preview", "/replies", "/search", "/sign-in"];

/** robots.txt (RFC 9309). A wish, which polite programs follow; nothing private depends on it. */
export function robotsText(origin: string, aiCrawlers: "allow" | "refuse"): string {
  const refused =
    aiCrawlers === "allow" ? [] : [...AI_CRAWLERS.map((name) => `User-agent: ${name}`), "Disallow: /", ""];
  return [
    "User-agent: *",
    "Allow: /api/v1/",
    ...PRIVATE.map((path) => `Disallow: ${path}`),
    "",
    ...refused,
    `Sitemap: ${origin}/sitemap.xml`,
    `Sitemap: ${origin}/sitemap/news.xml`,
    "",
  ].join("\n");
}
