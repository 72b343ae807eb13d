import assert from "node:assert/strict";
import { test } from "node:test";
import { contentOfPart, finishHtml } from "#delivery/finish-html";

const page = (head: string, body: string) => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

/** The page of one piece that is left of another. */
function finished(html: string, head: string): string {
  const { pieces, parts } = finishHtml(html, head);
  assert.deepEqual([pieces.length, parts], [1, []]);
  return pieces.join("");
}

test("a page keeps none of the framework's scripts, preloads, comments or empty divisions", () => {
  const given = page(
    '<link rel="preload" as="script" href="/a.js"/><script src="/b.js" async=""></script><link rel="stylesheet" href="/c.css"/>',
    '<div hidden=""><!--$--><!--/$--></div><main>Two<!-- --> words</main><script>self.x="<\\/script><p>"</script><script id="_R_">1</script>',
  );
  assert.equal(finished(given, ""), page('<link rel="stylesheet" href="/c.css"/>', "<main>Two words</main>"));
});

test("our own script stands at the end of the head, also where scripts follow", () => {
  assert.equal(
    finished(page("<title>A</title>", "<script>1</script>"), "<script src=r.js defer></script>"),
    page("<title>A</title><script src=r.js defer></script>", ""),
  );
  assert.equal(finished(page("<!-- x -->", "y"), "<meta>"), page("<meta>", "y"));
});

test("words that look like markup stay words", () => {
  const kept = page(
    "<title><!-- not a comment --></title><style>a::after{content:'<!--<script>'}</style>",
    '<textarea><script>1</script><!-- --></textarea><p title="<!-- --><script>">a &lt;script&gt; b</p>',
  );
  assert.equal(finished(kept, ""), kept);
});

test("data for search engines is kept, a script of another type is not", () => {
  const data = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"<!-- x"}</script>';
  const given = page("", `${data}<SCRIPT TYPE="module">1</SCRIPT><script type="text/plain">2</script>`);
  assert.equal(finished(given, ""), page("", data));
});

test("a hidden division with content stays", () => {
  const kept = page("", '<div hidden="">words</div><div hidden=""><p>x</p></div><div hidden="" id="a"></div>');
  assert.equal(finished(kept, ""), kept);
});

test("a script that never ends is not kept either", () => {
  assert.equal(finished("<html><body>a<script>alert(1)", ""), "<html><body>a");
});

const sheets = {
  has: (href: string) => href.startsWith("/_next/"),
  joined: (hrefs: readonly string[]) => ({
    element: `<style>${hrefs.join("+")}</style>`,
    fonts: '<link rel="preload" as="font">',
    source: "'sha256-x'",
  }),
};

test("style sheets at hand become part of the page, in their order; others stay links", () => {
  const given = page(
    '<link rel="stylesheet" href="/_next/a.css" data-precedence="next"/><link rel="stylesheet" href="/b.css"/><link rel="stylesheet" media="print" href="/_next/p.css"/><link rel="stylesheet" href="/_next/c.css"/>',
    '<link rel="stylesheet" href="/_next/d.css"/>',
  );
  assert.deepEqual(finishHtml(given, "<meta>", sheets), {
    pieces: [
      page(
        '<link rel="stylesheet" href="/b.css"/><link rel="stylesheet" media="print" href="/_next/p.css"/><style>/_next/a.css+/_next/c.css</style><meta>',
        '<link rel="preload" as="font"><link rel="stylesheet" href="/_next/d.css"/>',
      ),
    ],
    parts: [],
    styles: "'sha256-x'",
  });
  assert.equal(finishHtml(page("", "x"), "", sheets).styles, undefined);
});

test("fonts are asked for in the body, where no text waits for them, unless a picture comes first", () => {
  const link = '<link rel="stylesheet" href="/_next/a.css"/>';
  const styles = "<style>/_next/a.css</style>";
  const first = '<p>x</p><img src="/a.avif" fetchpriority="high">';
  const later = '<img src="/a.avif" loading="lazy">';
  assert.deepEqual(finishHtml(page(link, first), "", sheets).pieces, [page(styles, first)]);
  assert.deepEqual(finishHtml(page(link, later), "", sheets).pieces, [
    page(styles, `<link rel="preload" as="font">${later}`),
  ]);
  assert.deepEqual(finishHtml(page(link, `<div hidden=""><!--$--></div>${later}`), "", sheets).pieces, [
    page(styles, `<link rel="preload" as="font">${later}`),
  ]);
});

test("a page is in pieces where it has places for parts; other templates stay", () => {
  const given = page(
    "",
    '<template data-part="header?current=asia&amp;x"></template><!-- --><main><template id="t">a</template></main><template data-part="footer"></template>',
  );
  assert.deepEqual(finishHtml(given, "<meta>"), {
    pieces: [
      "<!DOCTYPE html><html><head><meta></head><body>",
      '<main><template id="t">a</template></main>',
      "</body></html>",
    ],
    parts: ["header?current=asia&x", "footer"],
    styles: undefined,
  });
  const words = page(
    "",
    "<p>&lt;template data-part=&quot;footer&quot;></p><textarea><template data-part='a'></textarea>",
  );
  assert.equal(finished(words, ""), words);
});

test("a part is what stands in the template of the page made for it, and a page without one is an error", () => {
  const given = '<script>1</script><template data-part-content=""><p>Read<!-- --> now</p></template><script>2</script>';
  assert.equal(contentOfPart(page("", given)), "<p>Read now</p>");
  assert.throws(() => contentOfPart(page("", "<p>Not found</p>")), /no content/);
});
