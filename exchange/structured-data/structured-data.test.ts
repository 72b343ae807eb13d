import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFragment } from "parse5";
import { jsonInHtml } from "#core/json-in-html";
import { defaultSettings } from "#core/settings";
import { difficultTexts } from "#core/testing/difficult-texts";
import { newsArticle } from "./news-article.ts";
import { organization } from "./organization.ts";
import { breadcrumbs, profilePage } from "./place.ts";

const origin = "https://example.org";
const published = new Date("2026-11-20T09:00:00Z");
const article = {
  slug: "ferries",
  section: { id: 1, slug: "asia", name: "Asia" },
  headline: "The ferries stop",
  standfirst: "",
  language: null,
  publishedAt: published,
  updatedAt: new Date("2026-11-21T09:00:00Z"),
  wordCount: 812,
  bylines: [
    { id: 1, slug: "ada-lim", name: "Ada Lim", affiliation: "Harbour Institute" },
    { id: 2, slug: "bo-park", name: "Bo Park", affiliation: "" },
  ],
  topics: [{ id: 1, slug: "ports", name: "Ports" }],
  corrections: [{ text: "It was three.", publishedAt: published }],
  commentCount: 2,
  translations: [],
};

test("an article names every author with the affiliation of its print, its dates and its corrections", () => {
  const data = newsArticle(article, "en-GB", [`${origin}/cards/1.jpeg`], origin);
  assert.equal(data["@type"], "NewsArticle");
  assert.equal(data.url, "https://example.org/asia/ferries");
  assert.equal(data.dateModified, "2026-11-21T09:00:00.000Z");
  assert.deepEqual(data.author, [
    {
      "@type": "Person",
      name: "Ada Lim",
      url: "https://example.org/contributors/ada-lim",
      affiliation: { "@type": "Organization", name: "Harbour Institute" },
    },
    { "@type": "Person", name: "Bo Park", url: "https://example.org/contributors/bo-park" },
  ]);
  assert.deepEqual(data.correction, [
    { "@type": "CorrectionComment", text: "It was three.", datePublished: "2026-11-20T09:00:00.000Z" },
  ]);
});

test("nothing is said of what an article has not got; unsigned, it is the publication's", () => {
  const bare = { ...article, bylines: [], topics: [], corrections: [], updatedAt: null };
  const data = newsArticle(bare, "en-GB", [], origin);
  for (const name of ["description", "image", "keywords", "correction"]) assert.ok(!(name in data), name);
  assert.equal(data.dateModified, data.datePublished);
  assert.deepEqual(data.author, { "@id": organization(defaultSettings, origin)["@id"] });
});

test("an original names its translations, and a translation its original and no other translation", () => {
  const korean = { language: "ko", path: "/asia/ferries-ko", isOriginal: false };
  const french = { language: "fr", path: "/asia/ferries-fr", isOriginal: true };
  const told = (translations: (typeof korean)[]) => newsArticle({ ...article, translations }, "en-GB", [], origin);
  const ofKorean = {
    "@type": "NewsArticle",
    "@id": "https://example.org/asia/ferries-ko#article",
    url: "https://example.org/asia/ferries-ko",
    inLanguage: "ko",
  };
  const original = told([korean]);
  assert.deepEqual("workTranslation" in original && original.workTranslation, [ofKorean]);
  const translation = told([korean, french]);
  assert.ok("translationOfWork" in translation && !("workTranslation" in translation));
  assert.equal(translation.translationOfWork.inLanguage, "fr");
  assert.ok(!("translationOfWork" in told([])) && !("workTranslation" in told([])));
});

test("a contributor and the way to a page are told by absolute addresses", () => {
  const contributor = { id: 1, slug: "ada-lim", name: "Ada Lim", affiliation: "", bio: "", picture: null };
  const links = [
    { label: "Site", url: "https://ada.example/" },
    { label: "Mail", url: "mailto:ada@example.org" },
  ];
  const page = profilePage({ ...contributor, links }, undefined, origin);
  assert.deepEqual(page.mainEntity.sameAs, ["https://ada.example/"]);
  const way = breadcrumbs(
    [
      { name: "Front page", path: "/" },
      { name: "Asia", path: "/asia" },
    ],
    origin,
  );
  assert.deepEqual(
    way.itemListElement.map(({ position, item }) => [position, item]),
    [
      [1, "https://example.org/"],
      [2, "https://example.org/asia"],
    ],
  );
});

test("the publication names its logo where it has one, and none where it has not", () => {
  assert.equal(organization(defaultSettings, origin, `${origin}/media/1/640.webp`).logo, `${origin}/media/1/640.webp`);
  assert.ok(!("logo" in organization(defaultSettings, origin)));
});

test("no headline ends the data early or changes on its way", () => {
  for (const headline of [...difficultTexts, "</script><script>alert(1)</script>", "<!--<script>", "\u2028", "]]>"]) {
    const json = jsonInHtml({ "@graph": [newsArticle({ ...article, headline }, "en-GB", [], origin)] });
    const { childNodes } = parseFragment(`<script type="application/ld+json">${json}</script><p>after</p>`);
    assert.deepEqual(
      childNodes.map(({ nodeName }) => nodeName),
      ["script", "p"],
      headline,
    );
    assert.equal(JSON.parse(json)["@graph"][0].headline, headline);
  }
});
