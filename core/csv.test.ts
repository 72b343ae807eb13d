import assert from "node:assert/strict";
import { test } from "node:test";
import { csvLine } from "#core/csv";

test("a line holds words as they are, quoted where they have commas, quotes or lines in them", () => {
  assert.equal(
    csvLine([7, "Ana", null, "a, b", 'so "called"', "two\nlines"]),
    '7,Ana,,"a, b","so ""called""","two\nlines"\r\n',
  );
});

test("nothing that was typed is run as a formula, wherever it hides", () => {
  for (const typed of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u200b=1", "＝1", "＠x"]) {
    assert.match(csvLine([typed]), /^"?'/, JSON.stringify(typed));
  }
  assert.equal(csvLine(['=HYPERLINK("https://x.example")']), `"'=HYPERLINK(""https://x.example"")"\r\n`);
});

test("what only has such a sign in it stays as it is, and so do numbers", () => {
  assert.equal(csvLine(["a=b", "it's", "1-2", -3]), "a=b,it's,1-2,-3\r\n");
});
