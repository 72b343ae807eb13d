import assert from "node:assert/strict";
import { test } from "node:test";
import { finishHtml } from "#delivery/finish-html";

const page = (head: string, body: string) => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

test("a page keeps none of the framework's scripts, preloads, comments or empty divisions", () => {
  const given = page(
    '<link rel="preload" as="script" href="/a.js"/><script src="/b.js" async=""></script><link rel="stylesheet" href="/c.css"/>',
    '<div hidden=""><!--$--><!--/$--></div><main>Two<!-- --> words</main><script>self.x="<\\/script><p>"</script><script id="_R_">1</script>',
  );
  assert.equal(finishHtml(given, ""), page('<link rel="stylesheet" href="/c.css"/>', "<main>Two words</main>"));
});

test("our own script stands at the end of the head, also where scripts follow", () => {
  assert.equal(
    finishHtml(page("<title>A</title>", "<script>1</script>"), "<script src=r.js defer></script>"),
    page("<title>A</title><script src=r.js defer></script>", ""),
  );
  assert.equal(finishHtml(page("<!-- x -->", "y"), "<meta>"), page("<meta>", "y"));
});

test("words that look like markup stay words", () => {
  const kept = page(
    "<title><!-- not a comment --></title><style>a::after{content:'<!--<script>'}</style>",
    '<textarea><script>1</script><!-- --></textarea><p title="<!-- --><script>">a &lt;script&gt; b</p>',
  );
  assert.equal(finishHtml(kept, ""), kept);
});

test("data for search engines is kept, a script of another type is not", () => {
  const data = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"<!-- x"}</script>';
  const given = page("", `${data}<SCRIPT TYPE="module">1</SCRIPT><script type="text/plain">2</script>`);
  assert.equal(finishHtml(given, ""), page("", data));
});

test("a hidden division with content stays", () => {
  const kept = page("", '<div hidden="">words</div><div hidden=""><p>x</p></div><div hidden="" id="a"></div>');
  assert.equal(finishHtml(kept, ""), kept);
});

test("a script that never ends is not kept either", () => {
  assert.equal(finishHtml("<html><body>a<script>alert(1)", ""), "<html><body>a");
});
