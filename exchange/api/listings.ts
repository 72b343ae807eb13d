import type { z } from "zod";
import { accept, type Result, refuse } from "#core/result";
import { listCards } from "#db/published";
import { findContributor, findTopic } from "#db/published-article";
import {
  listCommentsAfter,
  listContributorsAfter,
  listPositionsAfter,
  listTopicsAfter,
} from "#db/published-for-programs";
import { findSection, listSections } from "#db/published-lists";
import { listPublishedTexts, listTopicsOf } from "#db/published-texts";
import { listTranslations } from "#db/published-translations";
import { articleRecordOf, articleWithTextOf, contributorRef, type Place, sectionRef, topicRef } from "./records.ts";
import { articleQuery, commentQuery, listQuery } from "./schemas.ts";

/** What a program is answered, or the sentence that says what is wrong with its question. */
type Answer = Result<object, string>;
type Given = Readonly<Record<string, string>>;

/** A list and the cursor of what follows it. One more than is shown was asked for. */
function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  cursorOf: (row: Row) => string,
) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), cursor: rows.length > limit && last ? cursorOf(last) : null };
}

type Page = { items: unknown[]; cursor: string | null };

function withNext({ items, cursor }: Page, path: string, given: Given, { origin }: Place): Answer {
  if (cursor === null) return accept({ items, next: null });
  return accept({ items, next: `${origin}/api/v1/${path}?${new URLSearchParams({ ...given, cursor })}` });
}

function parse<Schema extends z.ZodType>(schema: Schema, given: Given): Result<z.output<Schema>, string> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return accept(parsed.data);
  const [issue] = parsed.error.issues;
  return refuse(`${issue?.path.join(".") || "The query"}: ${issue?.message ?? "This cannot be."}`);
}

/** The moment and the id that a cursor stands for. */
function placeOf(cursor: string | undefined): { moment: Date; id: number } | undefined {
  if (cursor === undefined) return undefined;
  const [moment = "0", id = "0"] = cursor.split(".");
  return { moment: new Date(Number(moment)), id: Number(id) };
}

const cursor = (moment: Date, id: number): string => `${moment.getTime()}.${id}`;

export async function answerArticles(given: Given, place: Place, now: Date): Promise<Answer> {
  const query = parse(articleQuery, given);
  if (!query.ok) return query;
  const { section, contributor, topic, limit } = query.value;
  const named = {
    section: section === undefined ? undefined : await findSection(section),
    contributor: contributor === undefined ? undefined : await findContributor(contributor),
    topic: topic === undefined ? undefined : await findTopic(topic),
  };
  for (const kind of ["section", "contributor", "topic"] as const) {
    if (query.value[kind] !== undefined && !named[kind]) return refuse(`There is no ${kind} of that slug.`);
  }
  const filter = {
    ...(named.section && { sectionId: named.section.id }),
    ...(named.contributor && { contributorId: named.contributor.id }),
    ...(named.topic && { topicId: named.topic.id }),
  };
  const from = placeOf(query.value.cursor);
  const after = from && { publishedAt: from.moment, id: from.id };
  const positions = await listPositionsAfter(filter, after, limit + 1, now);
  const page = pageOf(
    positions,
    limit,
    ({ id }) => id,
    ({ publishedAt, id }) => cursor(publishedAt, id),
  );
  const topics = await listTopicsOf(page.items);
  const cards = await listCards(page.items, now);
  const versions = await listTranslations(page.items, now);
  const items = cards.map((card) =>
    articleRecordOf(card, { topics: topics.get(card.id), versions: versions.get(card.id) }, place),
  );
  return withNext({ items, cursor: page.cursor }, "articles", given, place);
}

export async function answerArticle(id: string, place: Place, now: Date): Promise<object | undefined> {
  if (!/^[1-9]\d{0,14}$/.test(id)) return undefined;
  const [text] = await listPublishedTexts([Number(id)], now);
  if (!text) return undefined;
  return articleWithTextOf(text, (await listTranslations([text.id], now)).get(text.id), place);
}

export async function answerSections(_: Given, place: Place): Promise<Answer> {
  const sections = await listSections();
  const items = sections.map((section) => ({ ...sectionRef(section, place), description: section.description }));
  return accept({ items, next: null });
}

export async function answerTopics(given: Given, place: Place, now: Date): Promise<Answer> {
  const query = parse(listQuery, given);
  if (!query.ok) return query;
  const { limit } = query.value;
  const rows = await listTopicsAfter(placeOf(query.value.cursor)?.id ?? 0, limit + 1, now);
  const item = (row: (typeof rows)[number]) => ({ ...topicRef(row, place), description: row.description });
  const page = pageOf(rows, limit, item, ({ id }) => `0.${id}`);
  return withNext(page, "topics", given, place);
}

export async function answerContributors(given: Given, place: Place, now: Date): Promise<Answer> {
  const query = parse(listQuery, given);
  if (!query.ok) return query;
  const { limit } = query.value;
  const rows = await listContributorsAfter(placeOf(query.value.cursor)?.id ?? 0, limit + 1, now);
  const item = (row: (typeof rows)[number]) => {
    const { affiliation, bio, links } = row;
    return { ...contributorRef(row, place), affiliation, bio, links: links.map(({ label, url }) => ({ label, url })) };
  };
  const page = pageOf(rows, limit, item, ({ id }) => `0.${id}`);
  return withNext(page, "contributors", given, place);
}

export async function answerComments(given: Given, place: Place, now: Date): Promise<Answer> {
  const query = parse(commentQuery, given);
  if (!query.ok) return query;
  const { article, limit } = query.value;
  const from = placeOf(query.value.cursor);
  const rows = await listCommentsAfter(article, from && { postedAt: from.moment, id: from.id }, limit + 1, now);
  const page = pageOf(
    rows,
    limit,
    ({ parentId, staffId, postedAt, editedAt, ...row }) => ({
      ...row,
      inReplyTo: parentId,
      byStaff: staffId !== null,
      postedAt: postedAt.toISOString(),
      editedAt: editedAt?.toISOString() ?? null,
    }),
    ({ postedAt, id }) => cursor(postedAt, id),
  );
  return withNext(page, "comments", given, place);
}
