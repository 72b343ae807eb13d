import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import type { z } from "zod";
import { nameTranslation } from "#db/articles/translations";
import { transaction } from "#db/client";
import { theSoftware } from "#db/log";
import * as schema from "#db/schema";
import { addContributor, addSection, addTopic, paragraph, publish, setLanguage } from "#db/testing/publication";
import {
  answerArticle,
  answerArticles,
  answerComments,
  answerContributors,
  answerSections,
  answerTopics,
} from "./listings.ts";
import { openApi } from "./openapi.ts";
import {
  articleRecord,
  articleWithText,
  commentRecord,
  contributorRecord,
  pageOf,
  sectionRecord,
  topicRecord,
} from "./schemas.ts";

const now = new Date("2026-11-23T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const place = { origin: "https://example.org", language: "en-GB" };
const ids: number[] = [];
let draft = 0;

before(async () => {
  const sectionId = await addSection("asia");
  const topicIds = [await addTopic("ports")];
  const contributorId = await addContributor("ada-lim", "Harbour Institute");
  const content = { body: paragraph("All of it."), bylines: [{ contributorId, affiliation: "Then" }] };
  for (let number = 0; number < 5; number += 1) {
    ids.unshift(
      await publish({ sectionId, slug: `a-${number}`, publishedAt: minutes(-9 + number), topicIds, content }, now),
    );
  }
  draft = await publish({ sectionId, slug: "draft", state: "draft", content }, now);
  await publish({ sectionId, slug: "waits", publishedAt: minutes(9), content }, now);
  await transaction(async (tx) => {
    const base = { authorName: "Reader", text: "Well said.", postedAt: now, findings: ["link"], networkHash: "secret" };
    const { id: commenterId } = tx
      .insert(schema.commenter)
      .values({ addressHash: "hash-of-address", createdAt: now })
      .returning({ id: schema.commenter.id })
      .get();
    const articleId = ids[0] ?? 0;
    tx.insert(schema.comment)
      .values({ ...base, articleId, commenterId, status: "approved" })
      .run();
    tx.insert(schema.comment)
      .values({ ...base, articleId, commenterId, status: "held", text: "Held." })
      .run();
    tx.insert(schema.comment)
      .values({ ...base, articleId: draft, commenterId, status: "approved" })
      .run();
  });
});

type Page<Item> = { items: Item[]; next: string | null };

/** Every page of a list, each held against the strict schema: a field that is not declared fails. */
async function readAll<Item>(
  answer: (given: Record<string, string>, at: typeof place, now: Date) => Promise<{ ok: boolean; value?: object }>,
  item: z.ZodType<Item>,
  given: Record<string, string>,
): Promise<Item[]> {
  const all: Item[] = [];
  for (let query: Record<string, string> | undefined = given; query; ) {
    const answered = await answer(query, place, now);
    assert.ok(answered.ok);
    const page = pageOf(item).parse(answered.value) as Page<Item>;
    all.push(...page.items);
    query = page.next ? Object.fromEntries(new URL(page.next).searchParams) : undefined;
  }
  return all;
}

test("published articles are listed newest first, page by page, none twice and none left out", async () => {
  const all = await readAll(answerArticles, articleRecord, { limit: "2" });
  assert.deepEqual(
    all.map(({ id }) => id),
    ids,
  );
  assert.equal(all[0]?.bylines[0]?.affiliation, "Then");
  const some = await readAll(answerArticles, articleRecord, { limit: "2", topic: "ports", contributor: "ada-lim" });
  assert.equal(some.length, 5);
});

test("an article has its text; a draft and what waits are not there", async () => {
  const found = articleWithText.parse(await answerArticle(String(ids[0]), place, now));
  assert.match(found.html, /All of it\./);
  assert.equal(await answerArticle(String(draft), place, now), undefined);
  assert.equal(await answerArticle("1; drop table article", place, now), undefined);
});

test("an article names its published translations, in lists too, and no draft", async () => {
  const [english = 0, korean = 0] = ids;
  await setLanguage(korean, "ko");
  await setLanguage(draft, "fr");
  for (const id of [korean, draft]) assert.ok((await nameTranslation(theSoftware, id, english, now)).ok);
  const translations = [{ id: korean, language: "ko", url: "https://example.org/asia/a-3" }];
  const found = articleWithText.parse(await answerArticle(String(english), place, now));
  assert.deepEqual(found.translations, translations);
  const all = await readAll(answerArticles, articleRecord, {});
  assert.deepEqual(all[0]?.translations, translations);
  assert.deepEqual(
    all[1]?.translations.map(({ id, language }) => [id, language]),
    [[english, "en-GB"]],
  );
  assert.deepEqual(all[2]?.translations, []);
});

test("sections, topics, contributors and approved comments of published articles are listed", async () => {
  assert.equal((await readAll(answerSections, sectionRecord, {})).length, 1);
  assert.equal((await readAll(answerTopics, topicRecord, { limit: "1" })).length, 1);
  assert.equal((await readAll(answerContributors, contributorRecord, {})).length, 1);
  const comments = await readAll(answerComments, commentRecord, {});
  assert.deepEqual(
    comments.map(({ text }) => text),
    ["Well said."],
  );
});

test("a question that cannot be answered is told so in a sentence", async () => {
  for (const typed of ["limit=0", "limit=x", "cursor='", "section=nowhere", "colour=red"]) {
    const answered = await answerArticles(Object.fromEntries(new URLSearchParams(typed)), place, now);
    assert.ok(!answered.ok && answered.reason.length > 10, typed);
  }
});

/** Tables of people and of the desk: none of their columns may be told. */
const PRIVATE = ["commenter", "commenter_link", "follow", "mail", "log_entry", "setting", "change", "article_views"];
const isPrivate = (name: string) => PRIVATE.includes(name) || name.startsWith("staff") || name.includes("session");
const KEPT_BACK = [
  "commenterId",
  "networkHash",
  "submissionHash",
  "findings",
  "status",
  "decidedBy",
  "staffId",
  "createdBy",
];
/** Names that say nothing private by themselves. */
const WORDS_FOR_ALL = ["id", "kind", "name", "url", "text", "slug", "language", "articleId"];

function propertiesOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "properties" in value && value.properties ? Object.keys(value.properties) : [];
  return [...own, ...Object.values(value).flatMap(propertiesOf)];
}

const referencesIn = (text: string) => [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, to = ""]) => to);

test("every reference in the description of the API leads to a shape in it", () => {
  const described = openApi("The Paper", place.origin);
  const references = referencesIn(JSON.stringify(described));
  assert.ok(references.length > 5);
  const known = Object.keys(described.components.schemas).map((name) => `#/components/schemas/${name}`);
  assert.deepEqual(
    references.filter((to) => !known.includes(to)),
    [],
  );
  assert.doesNotMatch(JSON.stringify(described), /\$defs/);
});

test("no field of the API is a private column of the database", () => {
  const told = new Set(propertiesOf(openApi("The Paper", place.origin)));
  assert.ok(told.has("headline") && told.has("authorName"));
  const tables = (Object.values(schema) as unknown[]).filter((each) => is(each, Table));
  const hidden = tables
    .filter((table) => isPrivate(getTableName(table)))
    .flatMap((table) => Object.keys(getTableColumns(table)))
    .filter((name) => !WORDS_FOR_ALL.includes(name));
  assert.ok(hidden.includes("address"), "the private tables are found");
  for (const name of [...hidden, ...KEPT_BACK]) assert.ok(!told.has(name), `${name} is told`);
});

test("what is answered holds nothing of a commenter but what was printed", async () => {
  const answered = JSON.stringify(await answerComments({}, place, now));
  assert.doesNotMatch(answered, /hash-of-address|secret|findings|Held/);
});
