import assert from "node:assert/strict";
import { test } from "node:test";
import { networkLines, wordLines } from "./lines.ts";

/** What a form would say beside the field itself: an error of a single line has nowhere to stand. */
function refusalOf(parsed: ReturnType<typeof networkLines.safeParse>): string | undefined {
  assert.deepEqual(
    parsed.error?.issues.map(({ path }) => path),
    [[]],
  );
  return parsed.error?.issues[0]?.message;
}

test("networks are taken one a line, each once, and empty lines do not count", () => {
  const typed = " 192.0.2.7\r\n\r\n2001:db8::/32\n192.0.2.7\n";
  assert.deepEqual(networkLines.parse(typed), ["192.0.2.7", "2001:db8::/32"]);
  assert.deepEqual(networkLines.parse(""), []);
});

test("a line that is no network is named beside the field, and so is one that is everybody", () => {
  assert.match(refusalOf(networkLines.safeParse("192.0.2.7\n192.0.2.0/33")) ?? "", /“192\.0\.2\.0\/33” is no address/);
  assert.match(refusalOf(networkLines.safeParse("example.org")) ?? "", /“example\.org” is no address/);
  assert.match(refusalOf(networkLines.safeParse("10.0.0.0/8\n::/0")) ?? "", /“::\/0” is everybody/);
});

test("banned words are taken one a line, and one that is too long, or one too many, is refused in words", () => {
  assert.deepEqual(wordLines.parse("cheap watches\n 카지노 "), ["cheap watches", "카지노"]);
  assert.match(refusalOf(wordLines.safeParse(`fine\n${"x".repeat(101)}`)) ?? "", /longer than 100 characters/);
  const many = Array.from({ length: 1_001 }, (_, number) => `word${number}`).join("\n");
  assert.match(refusalOf(wordLines.safeParse(many)) ?? "", /room for 1,000 lines/);
});
