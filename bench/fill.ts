import { eq } from "drizzle-orm";
import type { Document } from "#core/document";
import { closeDatabase, migrateDatabase, transaction, type Writer } from "#db/client";
import { addArticle, emptyRevision } from "#db/new-article";
import { article, articleViews, comment, contributor, section, topic } from "#db/schema";
import { writeSettings } from "#db/settings";

const COMMENTS = 10;
const WORDS = 900;
const SECTIONS = ["Asia", "World", "Economy", "Science", "Culture"];
const HOUR_MS = 3_600_000;

const vocabulary =
  "harbour council river minister treaty northern survey ferry market winter border engineer village coast report island bridge student festival railway province library museum weather election farmer delegate canal orchard archive".split(
    " ",
  );

/** Numbers that are the same in every run, so that runs can be compared. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function sentence(random: () => number, words: number): string {
  const text = Array.from({ length: words }, () => vocabulary[Math.floor(random() * vocabulary.length)]).join(" ");
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

function body(random: () => number): Document {
  const paragraphs = Array.from({ length: WORDS / 75 }, () => ({
    type: "paragraph" as const,
    content: [{ type: "text" as const, text: Array.from({ length: 5 }, () => sentence(random, 15)).join(" ") }],
  }));
  return { type: "doc", content: paragraphs };
}

function addComments(tx: Writer, random: () => number, articleId: number, from: Date): void {
  const values = Array.from({ length: COMMENTS }, (_, number) => ({
    articleId,
    authorName: `Reader ${number + 1}`,
    text: sentence(random, 30),
    status: "approved" as const,
    postedAt: new Date(from.getTime() + number * 60_000),
  }));
  tx.insert(comment).values(values).run();
  tx.update(article).set({ commentCount: COMMENTS }).where(eq(article.id, articleId)).run();
}

/** Fills the publication in DATA_DIR, which is empty, with articles of 900 words and ten comments each. */
export async function fill(articles: number): Promise<void> {
  migrateDatabase();
  const random = sequence(articles);
  const now = new Date();
  const [sectionIds, topicIds, contributorIds] = await transaction(async (tx, changed) => {
    writeSettings(tx, changed, { name: "The Benchmark", commentModeration: "first-time" }, now);
    const add = (name: string, position: number) =>
      tx.insert(section).values({ slug: name.toLowerCase(), name, position }).returning({ id: section.id }).get().id;
    const topics = ["Rivers", "Ports", "Schools", "Elections"].map(
      (name) => tx.insert(topic).values({ slug: name.toLowerCase(), name }).returning({ id: topic.id }).get().id,
    );
    const people = Array.from(
      { length: 20 },
      (_, number) =>
        tx
          .insert(contributor)
          .values({ slug: `writer-${number + 1}`, name: `Writer ${number + 1}`, affiliation: "Institute of Measures" })
          .returning({ id: contributor.id })
          .get().id,
    );
    return [SECTIONS.map(add), topics, people] as const;
  });
  const pick = <Value>(list: readonly Value[], number: number) => list[number % list.length] as Value;
  for (let from = 0; from < articles; from += 500) {
    await transaction(async (tx, changed) => {
      for (let number = from; number < Math.min(articles, from + 500); number += 1) {
        const publishedAt = new Date(now.getTime() - (number + 1) * HOUR_MS);
        const id = addArticle(
          tx,
          changed,
          {
            sectionId: pick(sectionIds, number),
            slug: `article-${number}`,
            state: "published",
            publishedAt,
            topicIds: [pick(topicIds, number)],
            commentsOpen: true,
            content: {
              ...emptyRevision,
              kicker: "Measured",
              headline: sentence(random, 8),
              standfirst: sentence(random, 20),
              body: body(random),
              bylines: [{ contributorId: pick(contributorIds, number), affiliation: "Institute of Measures" }],
            },
            createdBy: null,
            occasion: "bench",
          },
          now,
        );
        addComments(tx, random, id, publishedAt);
        if (number < 200) {
          tx.insert(articleViews)
            .values({ articleId: id, day: now.toISOString().slice(0, 10), views: 200 - number })
            .run();
        }
      }
    });
  }
}

/** The address of the article of that number. */
export const articleAddress = (number: number): string =>
  `/${(SECTIONS[number % SECTIONS.length] as string).toLowerCase()}/article-${number}`;

if (import.meta.main) {
  await fill(Number(process.argv[2] ?? 200));
  await closeDatabase();
}
