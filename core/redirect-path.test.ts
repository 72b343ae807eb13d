import assert from "node:assert/strict";
import { test } from "node:test";
import { formerPath, loopIn, redirectLines, redirectTarget } from "./redirect-path.ts";

test("a former address is a path, however it was pasted", () => {
  assert.equal(formerPath("/old/page"), "/old/page");
  assert.equal(formerPath(" https://example.org/old/page/ "), "/old/page");
  assert.equal(formerPath("/%ED%95%9C%EA%B5%AD"), "/한국");
  assert.equal(formerPath("/?p=2104"), "/?p=2104");
});

test("what is no path, or the front page, is none", () => {
  for (const typed of ["", "old page", "//elsewhere.example", "javascript:alert(1)", "/", "/%E0%A4"]) {
    assert.equal(formerPath(typed), undefined, typed);
  }
});

test("a redirect leads to a path or a web address and nowhere else", () => {
  assert.equal(redirectTarget("/asia"), "/asia");
  assert.equal(redirectTarget("https://example.org/a"), "https://example.org/a");
  for (const typed of ["asia", "//elsewhere.example", "javascript:alert(1)", "data:text/html,x", "https://"]) {
    assert.equal(redirectTarget(typed), undefined, typed);
  }
});

test("what was copied from the publication's own address is a path of it", () => {
  const own = "https://news.example";
  assert.equal(redirectTarget("https://news.example/asia?page=2", own), "/asia?page=2");
  assert.equal(redirectTarget("https://news.example.org/asia", own), "https://news.example.org/asia");
});

test("a circle is found, a chain is not one", () => {
  const known: Record<string, string> = { "/b": "/c", "/c": "/a/", "/d": "https://example.org/a" };
  const next = (path: string) => known[path];
  assert.equal(loopIn("/a", "/a", next), "/a");
  assert.equal(loopIn("/a", "/b", next), "/a");
  assert.equal(loopIn("/e", "/b", next), undefined);
  assert.equal(loopIn("/a", "/d", next), undefined);
});

test("a list has two columns, perhaps a heading, perhaps quotes, perhaps semicolons", () => {
  const csv = '\uFEFFfrom,to\r\n/a,/b\r\n\r\n"/c,d","/e ""f"""\n/g;/h\n/i';
  assert.deepEqual(redirectLines(csv), [
    { line: 2, from: "/a", to: "/b" },
    { line: 4, from: "/c,d", to: '/e "f"' },
    { line: 5, from: "/g", to: "/h" },
    { line: 6, from: "/i", to: "" },
  ]);
});

test("a wrong line of a list is kept to be refused, also the first", () => {
  assert.deepEqual(redirectLines("old/page,/b\n,/c\n,\nx"), [
    { line: 1, from: "old/page", to: "/b" },
    { line: 2, from: "", to: "/c" },
    { line: 4, from: "x", to: "" },
  ]);
});
