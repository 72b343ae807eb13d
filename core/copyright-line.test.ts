import assert from "node:assert/strict";
import { test } from "node:test";
import { copyrightLine } from "./copyright-line.ts";

test("the sign stands before the line once, whether it was typed or not", () => {
  assert.equal(copyrightLine("2026 Harbour Trust"), "© 2026 Harbour Trust");
  assert.equal(copyrightLine("Copyrights and wrongs"), "© Copyrights and wrongs");
  for (const said of ["© 2026 Harbour Trust", "(c) Harbour Trust", "Copyright 2026 Harbour Trust"]) {
    assert.equal(copyrightLine(said), said);
  }
});
