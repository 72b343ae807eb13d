import assert from "node:assert/strict";
import { test } from "node:test";
import { bylineText } from "./byline.ts";

test("one, two and three names read as a line", () => {
  const [ada, jo, bo] = [{ name: "Ada Lim" }, { name: "Jo Park" }, { name: "Bo Li" }];
  assert.equal(bylineText([ada]), "By Ada Lim");
  assert.equal(bylineText([ada, jo]), "By Ada Lim and Jo Park");
  assert.equal(bylineText([ada, jo, bo]), "By Ada Lim, Jo Park and Bo Li");
});

test("an article that names nobody has no line", () => {
  assert.equal(bylineText([]), "");
});
