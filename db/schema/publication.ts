import { sql } from "drizzle-orm";
import { type AnySQLiteColumn, index, primaryKey, sqliteTable, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Document } from "#core/document";
import { articleStates } from "#core/workflow";
import { count, flag, id, moment, oneOf, reference, structured, words } from "../columns.ts";
import { media } from "./media.ts";
import { staff } from "./staff.ts";

/** One row a setting that differs from the default; the whole is checked by `core/settings.ts`. */
export const setting = sqliteTable("setting", {
  key: words("key").primaryKey(),
  value: structured<unknown>("value").notNull(),
  changedAt: moment("changed_at").notNull(),
});

export const section = sqliteTable("section", {
  id: id(),
  slug: words("slug").notNull().unique(),
  name: words("name").notNull(),
  description: words("description").notNull().default(""),
  /** The section this one stands under in an imported hierarchy; navigation shows one level. */
  parentId: reference("parent_id"),
  position: count("position").notNull().default(0),
  /** Whether a comment here waits for a moderator; null follows the publication's policy. */
  moderation: oneOf("moderation", ["pre", "post"]),
  retiredAt: moment("retired_at"),
});

export const topic = sqliteTable("topic", {
  id: id(),
  slug: words("slug").notNull().unique(),
  name: words("name").notNull(),
  description: words("description").notNull().default(""),
  retiredAt: moment("retired_at"),
});

export type ContributorLink = { label: string; url: string };

/** A person whose name stands on articles. Needs no account. */
export const contributor = sqliteTable("contributor", {
  id: id(),
  slug: words("slug").notNull().unique(),
  name: words("name").notNull(),
  /** The present one; what was printed on an article stands in its byline. */
  affiliation: words("affiliation").notNull().default(""),
  bio: words("bio").notNull().default(""),
  pictureId: reference("picture_id").references(() => media.id),
  links: structured<ContributorLink[]>("links").notNull().default([]),
  deletedAt: moment("deleted_at"),
});

export const article = sqliteTable(
  "article",
  {
    id: id(),
    sectionId: reference("section_id")
      .notNull()
      .references(() => section.id),
    slug: words("slug").notNull().unique(),
    /** The article this one is a translation of; null for an original, which may have none. Never a translation itself. */
    originalId: reference("original_id").references((): AnySQLiteColumn => article.id),
    /** Where the working copy stands. Whether readers see the article is decided by the columns below alone. */
    state: oneOf("state", [...articleStates])
      .notNull()
      .default("draft"),
    workingRevisionId: reference("working_revision_id"),
    liveRevisionId: reference("live_revision_id"),
    /** A revision that takes the live one's place at `nextAt`, decided when a reader asks. */
    nextRevisionId: reference("next_revision_id"),
    nextAt: moment("next_at"),
    /** "Published on …". In the future while the article waits (an embargo); null before it was ever published. */
    publishedAt: moment("published_at"),
    /** "Updated …": when what readers see last changed in substance, if it did. */
    updatedAt: moment("updated_at"),
    withdrawnAt: moment("withdrawn_at"),
    deletedAt: moment("deleted_at"),
    commentsOpen: flag("comments_open").notNull().default(true),
    commentsCloseAt: moment("comments_close_at"),
    /** Approved comments, kept by the deeds that change it, so that lists need not count. */
    commentCount: count("comment_count").notNull().default(0),
    createdAt: moment("created_at").notNull(),
    createdBy: reference("created_by").references(() => staff.id),
    /** Grows by one with every save, so that a later save of an older text is noticed. */
    version: count("version").notNull().default(1),
  },
  (table) => {
    const live = sql`live_revision_id is not null and withdrawn_at is null and deleted_at is null`;
    return [
      index("article_live_in_section").on(table.sectionId, table.publishedAt, table.id).where(live),
      index("article_live").on(table.publishedAt, table.id).where(live),
      index("article_by_state").on(table.state, table.createdAt),
      index("article_by_creator").on(table.createdBy, table.createdAt),
      index("article_created").on(table.createdAt),
      index("article_next").on(table.nextAt),
      index("article_translation").on(table.originalId).where(sql`original_id is not null`),
      index("article_in_bin").on(table.deletedAt).where(sql`deleted_at is not null`),
    ];
  },
);

/** A text of an article at one moment. The working one is edited in place; every other one is never changed. */
export const revision = sqliteTable(
  "revision",
  {
    id: id(),
    articleId: reference("article_id")
      .notNull()
      .references(() => article.id),
    number: count("number").notNull(),
    kicker: words("kicker").notNull().default(""),
    headline: words("headline").notNull(),
    standfirst: words("standfirst").notNull().default(""),
    body: structured<Document>("body").notNull(),
    /** BCP 47; null is the publication's own language. */
    language: words("language"),
    wordCount: count("word_count").notNull().default(0),
    pictureId: reference("picture_id").references(() => media.id),
    pictureAlt: words("picture_alt").notNull().default(""),
    pictureCaption: words("picture_caption").notNull().default(""),
    pictureCredit: words("picture_credit").notNull().default(""),
    socialTitle: words("social_title").notNull().default(""),
    socialDescription: words("social_description").notNull().default(""),
    /** What made this save point: a person's save, a step of the workflow, an import, a restore. */
    occasion: words("occasion").notNull().default("save"),
    savedAt: moment("saved_at").notNull(),
    savedBy: reference("saved_by").references(() => staff.id),
  },
  (table) => [
    uniqueIndex("revision_of_article").on(table.articleId, table.number),
    index("revision_picture").on(table.pictureId),
  ],
);

/** Who wrote a revision, with the affiliation as it was then. */
export const byline = sqliteTable(
  "byline",
  {
    revisionId: reference("revision_id")
      .notNull()
      .references(() => revision.id),
    position: count("position").notNull(),
    contributorId: reference("contributor_id")
      .notNull()
      .references(() => contributor.id),
    affiliation: words("affiliation").notNull().default(""),
  },
  (table) => [
    primaryKey({ columns: [table.revisionId, table.position] }),
    index("byline_contributor").on(table.contributorId, table.revisionId),
  ],
);

export const articleTopic = sqliteTable(
  "article_topic",
  {
    articleId: reference("article_id")
      .notNull()
      .references(() => article.id),
    topicId: reference("topic_id")
      .notNull()
      .references(() => topic.id),
    position: count("position").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.topicId] }),
    index("article_topic_topic").on(table.topicId, table.articleId),
  ],
);

/** A note that readers see, with its date. Never edited away: a wrong one is followed by another. */
export const correction = sqliteTable(
  "correction",
  {
    id: id(),
    articleId: reference("article_id")
      .notNull()
      .references(() => article.id),
    text: words("text").notNull(),
    publishedAt: moment("published_at").notNull(),
    createdBy: reference("created_by").references(() => staff.id),
  },
  (table) => [index("correction_of_article").on(table.articleId, table.publishedAt)],
);

/** A former address. It leads to a thing, so that it follows later changes, or to a fixed path. */
export const redirect = sqliteTable("redirect", {
  id: id(),
  fromPath: words("from_path").notNull().unique(),
  toPath: words("to_path"),
  articleId: reference("article_id").references(() => article.id),
  sectionId: reference("section_id").references(() => section.id),
  topicId: reference("topic_id").references(() => topic.id),
  contributorId: reference("contributor_id").references(() => contributor.id),
  origin: oneOf("origin", ["renamed", "imported", "manual"]).notNull(),
  createdAt: moment("created_at").notNull(),
  deletedAt: moment("deleted_at"),
});

/** A story an editor has put at the head of the front page (no section) or of a section, until a moment or for good. */
export const placement = sqliteTable(
  "placement",
  {
    id: id(),
    sectionId: reference("section_id").references(() => section.id),
    position: count("position").notNull(),
    articleId: reference("article_id")
      .notNull()
      .references(() => article.id),
    until: moment("until"),
  },
  (table) => [index("placement_of_page").on(table.sectionId, table.position)],
);

/** Views of an article on one day (UTC, "2026-11-23"). No trace of who read it. */
export const articleViews = sqliteTable(
  "article_views",
  {
    articleId: reference("article_id")
      .notNull()
      .references(() => article.id),
    day: words("day").notNull(),
    views: count("views").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.articleId] }),
    index("article_views_article").on(table.articleId, table.day),
  ],
);

/** What a deed changed for readers, so that other processes drop the pages that show it. */
export const change = sqliteTable("change", {
  id: id(),
  tag: words("tag").notNull(),
  at: moment("at").notNull(),
});

/** What an importer took from elsewhere, so that running it again finds its own work and leaves people's edits alone. */
export const importedThing = sqliteTable(
  "imported_thing",
  {
    source: words("source").notNull(),
    kind: words("kind").notNull(),
    externalId: words("external_id").notNull(),
    thingId: reference("thing_id").notNull(),
    /** Of what the source said at the time. */
    sourceHash: words("source_hash").notNull(),
    /** The article's version after the import: a higher one means that somebody has worked on it here. */
    version: count("version").notNull().default(0),
    importedAt: moment("imported_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.kind, table.externalId] })],
);
