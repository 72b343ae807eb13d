import assert from "node:assert/strict";
import { test } from "node:test";
import { explainFinding } from "#core/finding-words";
import { maskedAddress } from "#core/masked-address";

test("what the policy found is told in words", () => {
  assert.equal(explainFinding("links:4"), "4 links; more than 2 wait");
  assert.equal(explainFinding("banned-network:2001:db8::/32"), "Sent from 2001:db8::/32, which is banned");
  assert.equal(
    explainFinding("spam:0.93 trap elsewhere:3 word:cheap_pills word:host:pills.example"),
    "Spam (93 of 100): filled in a field that people do not see, the same words under 3 other articles, “cheap pills”, leads to pills.example",
  );
  assert.equal(explainFinding("spam:0.61"), "Perhaps spam (61 of 100)");
});

test("a finding that this version does not know is shown as it is", () => {
  assert.equal(explainFinding("moon-phase:full"), "moon-phase:full");
});

test("a masked address tells its first letters and its ending, not its length", () => {
  assert.equal(maskedAddress("joan.of.arc@example.org"), "j•••@e•••.org");
  assert.equal(maskedAddress("j@e.org"), "j•••@e•••.org");
});
