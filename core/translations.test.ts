import assert from "node:assert/strict";
import { test } from "node:test";
import { nameInItself } from "./language.ts";
import { alternates, versionsByLanguage } from "./translations.ts";

const english = { language: "en-GB", isOriginal: false, url: "/asia/ferries" };
const korean = { language: "ko", isOriginal: true, url: "/asia/ferries-ko" };
const french = { language: "fr", isOriginal: false, url: "/asia/ferries-fr" };

test("every version is told, and the publication's own language is for whoever reads none of them", () => {
  assert.deepEqual(alternates([english, korean], "en-GB"), [
    { language: "ko", url: "/asia/ferries-ko" },
    { language: "en-GB", url: "/asia/ferries" },
    { language: "x-default", url: "/asia/ferries" },
  ]);
  assert.deepEqual(alternates([french, korean], "en-GB").at(-1), { language: "x-default", url: "/asia/ferries-ko" });
});

test("a version alone has no alternates, and no language is told twice", () => {
  assert.deepEqual(alternates([korean], "en-GB"), []);
  assert.deepEqual(alternates([korean, { ...korean, isOriginal: false, url: "/other" }], "ko"), []);
  assert.deepEqual(versionsByLanguage([{ ...korean, isOriginal: false, url: "/other" }, korean, english]), [
    korean,
    english,
  ]);
});

test("languages are named as those who read them do", () => {
  assert.deepEqual(["ko", "en-GB", "fr", "zh-Hant", "ar"].map(nameInItself), [
    "한국어",
    "English",
    "Français",
    "繁體中文",
    "العربية",
  ]);
  assert.equal(nameInItself("not a language"), "not a language");
});
