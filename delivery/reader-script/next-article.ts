import { fetchDocument } from "./comment-form.ts";
import { layOutLater } from "./lay-out-later.ts";
import { offerSharing } from "./share.ts";
import { countView } from "./viewed.ts";

/** After these the footer is the end of the page. */
const MOST = 3;
/** How far below the window the next article is fetched, in pixels. */
const AHEAD = 800;

const furtherOf = (page: Document) => page.querySelector<HTMLElement>("section[aria-labelledby=further]");
const articleOf = (page: Document) => page.querySelector<HTMLElement>("main > article");

/** Lets the section's next article follow the one that has been read, as on paper. */
export function goOnReading(): void {
  const first = articleOf(document);
  const further = furtherOf(document);
  const data = navigator as { connection?: { saveData?: boolean } };
  if (!first || !further || data.connection?.saveData) return;
  const read = new Set([location.pathname]);
  const after = further.parentElement ?? further;
  const named = new Map<Element, { path: string; title: string; seen: boolean }>();

  // Address and title are those of the article at the middle of the window.
  const following = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const article = named.get(target);
        if (!isIntersecting || !article) continue;
        if (article.path !== location.pathname) history.replaceState(history.state, "", article.path);
        document.title = article.title;
        if (!article.seen) countView(article.path);
        article.seen = true;
      }
    },
    { rootMargin: "-50% 0px" },
  );
  named.set(first, { path: location.pathname, title: document.title, seen: true });
  following.observe(first);

  const approaching = new IntersectionObserver(
    async ([entry]) => {
      if (!entry?.isIntersecting) return;
      approaching.disconnect();
      try {
        if (await append()) approaching.observe(after);
      } catch {
        // The links to what follows are there as before.
      }
    },
    { rootMargin: `${AHEAD}px 0px` },
  );
  // Whoever has not moved yet has not read on, however short the article.
  addEventListener("scroll", () => approaching.observe(after), { once: true, passive: true });

  async function append(): Promise<boolean> {
    const links = [...(furtherOf(document)?.querySelectorAll<HTMLAnchorElement>("h3 a") ?? [])];
    const path = links.map((link) => new URL(link.href).pathname).find((candidate) => !read.has(candidate));
    if (!path) return false;
    const page = await fetchDocument(path, { headers: { Purpose: "prefetch" } });
    const article = articleOf(page);
    if (!article) return false;
    read.add(path);
    for (const link of article.querySelectorAll<HTMLAnchorElement>("a[href^='#respond'], a[href^='#comments']")) {
      link.href = `${path}${link.hash}`;
    }
    stepDown(article, `-${read.size}`);
    for (const landmark of article.querySelectorAll("nav")) landmark.ariaLabel += `: ${page.title}`;
    // The size is chosen once for the whole page.
    article.querySelector("[data-text-size]")?.remove();
    const share = article.querySelector<HTMLElement>("[data-share]");
    if (share) Object.assign(share.dataset, { share: path, title: page.title });
    after.before(document.createElement("hr"), article);
    offerSharing(article);
    layOutLater(article);
    named.set(article, { path, title: page.title, seen: false });
    following.observe(article);
    const next = furtherOf(page);
    if (next) furtherOf(document)?.replaceWith(next);
    return read.size <= MOST;
  }
}

/** Makes an article fit beneath another: the page keeps one first-level heading, and no name stands in it twice. */
function stepDown(article: HTMLElement, suffix: string): void {
  for (const headline of article.querySelectorAll("h1")) {
    const lower = document.createElement("h2");
    lower.className = headline.className;
    lower.append(...headline.childNodes);
    headline.replaceWith(lower);
  }
  for (const named of article.querySelectorAll("[id]")) {
    for (const link of article.querySelectorAll(`a[href="#${CSS.escape(named.id)}"]`))
      link.setAttribute("href", `#${named.id}${suffix}`);
    for (const attribute of ["aria-labelledby", "aria-describedby"]) {
      for (const labelled of article.querySelectorAll(`[${attribute}="${CSS.escape(named.id)}"]`)) {
        labelled.setAttribute(attribute, `${named.id}${suffix}`);
      }
    }
    named.id += suffix;
  }
}
