import { z } from "zod";

/*
 * Everything that /api/v1 answers, and nothing else: records are made to fit these, the OpenAPI document is made from
 * them, and a test holds the two against the database's private columns.
 */

const address = z.url().describe("An absolute web address.");
const moment = z.iso.datetime().describe("UTC, RFC 3339.");
const named = z.strictObject({ slug: z.string(), name: z.string(), url: address });

const bylineRecord = z.strictObject({
  slug: z.string(),
  name: z.string(),
  affiliation: z.string().describe("As it was when the article was printed."),
  url: address,
});

const pictureRecord = z.strictObject({
  url: address,
  width: z.int(),
  height: z.int(),
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
});

export const articleRecord = z
  .strictObject({
    id: z.int(),
    url: address,
    slug: z.string(),
    section: named,
    kicker: z.string(),
    headline: z.string(),
    standfirst: z.string(),
    language: z.string().describe("BCP 47."),
    publishedAt: moment,
    updatedAt: moment.nullable(),
    wordCount: z.int(),
    bylines: z.array(bylineRecord),
    topics: z.array(named),
    translations: z
      .array(z.strictObject({ id: z.int(), language: z.string().describe("BCP 47."), url: address }))
      .describe("The same article in other languages."),
    picture: pictureRecord.nullable(),
  })
  .meta({ id: "Article" });

export const articleWithText = articleRecord
  .extend({
    html: z.string().describe("The whole text as plain HTML; every address in it is absolute."),
    corrections: z.array(z.strictObject({ text: z.string(), publishedAt: moment })),
  })
  .meta({ id: "ArticleWithText" });

export const sectionRecord = named.extend({ description: z.string() }).meta({ id: "Section" });
export const topicRecord = named.extend({ description: z.string() }).meta({ id: "Topic" });
export const contributorRecord = named
  .extend({
    affiliation: z.string().describe("The present one."),
    bio: z.string(),
    links: z.array(z.strictObject({ label: z.string(), url: z.string() })),
  })
  .meta({ id: "Contributor" });

export const commentRecord = z
  .strictObject({
    id: z.int(),
    articleId: z.int(),
    inReplyTo: z.int().nullable(),
    authorName: z.string(),
    website: z.string().nullable(),
    text: z.string(),
    byStaff: z.boolean(),
    postedAt: moment,
    editedAt: moment.nullable(),
  })
  .meta({ id: "Comment" });

export type ArticleRecord = z.output<typeof articleRecord>;
export type ArticleWithText = z.output<typeof articleWithText>;

/** A page of a list; `next` is the address of the one that follows, null on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: address.nullable() });

export const problem = z.strictObject({ message: z.string() }).meta({ id: "Problem" });

/** What a list of articles or comments can be asked for. */
export const listQuery = z.strictObject({
  limit: z.coerce.number("a whole number from 1 to 100 is accepted.").int().min(1).max(100).default(20),
  cursor: z
    .string()
    .regex(/^\d{1,15}\.\d{1,15}$/, "it is taken from the address in next.")
    .optional(),
});
export const articleQuery = listQuery.extend({
  section: z.string().max(200).optional(),
  contributor: z.string().max(200).optional(),
  topic: z.string().max(200).optional(),
});
export const commentQuery = listQuery.extend({
  article: z.coerce.number("the id of an article is accepted.").int().positive().optional(),
});
