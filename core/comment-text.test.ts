import assert from "node:assert/strict";
import { test } from "node:test";
import { excerptOf, linksIn, paragraphsOf, tidyCommentText, tidyName } from "#core/comment-text";

test("empty lines part paragraphs, and single line ends are kept", () => {
  const shape = paragraphsOf("One\ntwo\n\nThree").map((paragraph) => paragraph.length);
  assert.deepEqual(shape, [2, 1]);
});

test("a bare address becomes a link, without the full stop after it or the bracket around it", () => {
  assert.deepEqual(paragraphsOf("See (https://example.org/a_(b)), then https://example.net.")[0]?.[0], [
    { kind: "words", text: "See (" },
    { kind: "link", text: "https://example.org/a_(b)", url: "https://example.org/a_(b)" },
    { kind: "words", text: "), then " },
    { kind: "link", text: "https://example.net", url: "https://example.net/" },
    { kind: "words", text: "." },
  ]);
});

test("addresses that run something, or hide where they lead, stay words", () => {
  for (const text of [
    "javascript:alert(1)",
    "data:text/html,x",
    "https://bank.example@evil.example/",
    "https://localhost/x",
  ]) {
    assert.deepEqual(linksIn(text), [], text);
  }
});

test("markup is only words", () => {
  assert.deepEqual(paragraphsOf('<img src=x onerror="alert(1)">'), [
    [[{ kind: "words", text: '<img src=x onerror="alert(1)">' }]],
  ]);
});

test("characters that turn or hide text are taken out, and towers of marks are cut", () => {
  assert.equal(tidyCommentText("a\u202Eb\u0000c\r\nd   \n\n\n\ne "), "abc\nd\n\ne");
  assert.equal([..."Z\u0301".normalize("NFC")].length, 1);
  assert.ok([...tidyCommentText(`z${"\u0336".repeat(200)}`)].length <= 8);
  assert.equal(tidyName("  Ana \n\t Souza\u202E "), "Ana Souza");
});

test("letters that need their joiners and marks keep them", () => {
  for (const word of ["می‌خواهم", "👩‍🚀", "क्ष", "Défense"]) assert.equal(tidyCommentText(word), word);
});

test("an excerpt is one line that ends with a word, and never inside a letter", () => {
  assert.equal(excerptOf("Short\n\nas it is", 40), "Short as it is");
  assert.equal(excerptOf("The ferry was late again", 14), "The ferry was …");
  assert.equal(excerptOf("배".repeat(50), 10), `${"배".repeat(9)} …`);
  assert.equal(excerptOf("😀".repeat(50), 11), `${"😀".repeat(5)} …`);
});
