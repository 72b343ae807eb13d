import { type Changed, transaction, type Writer } from "#db/client";
import { addImportedComment } from "#db/comments-import";
import { addContributor, addCorrection, addSection, addTopic, addViews, isUntouched } from "#db/founding";
import { record, theSoftware } from "#db/log";
import { addArticle, emptyRevision, type NewArticle } from "#db/new-article";
import { writeSettings } from "#db/settings";
import { articles } from "#demo/articles";
import { comments } from "#demo/comments";
import { contributors } from "#demo/contributors";
import type { DemoArticle } from "#demo/demo-types";
import { publication, sections, topics } from "#demo/publication";
import { documentFromHtml } from "#exchange/html-document";

/** The number of each kept picture in the library, by its name in demo/pictures. */
export type PictureNumbers = ReadonlyMap<string, number>;

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * Fills a database that nothing has ever been put into with the demonstration publication, as of `now`: in one deed, so
 * that there is all of it or nothing. Returns false, and changes nothing, where the database is not untouched.
 */
export async function fillDemonstration(pictures: PictureNumbers, now: Date): Promise<boolean> {
  return transaction(async (tx, changed) => {
    if (!(await isUntouched())) return false;
    const { name, tagline, description, language, timeZone, social, copyright } = publication;
    writeSettings(tx, changed, { name, tagline, description, language, timeZone, socialLinks: social, copyright }, now);
    const places: Places = {
      sections: new Map(
        sections.map((given, position) => [given.slug, addSection(tx, changed, { ...given, position })]),
      ),
      topics: new Map(topics.map((given) => [given.slug, addTopic(tx, { description: "", ...given })])),
      contributors: new Map(contributors.map((given) => [given.slug, addContributor(tx, given)])),
      pictures,
    };
    const articleIds = new Map<string, number>();
    for (const given of oldestFirst(articles)) articleIds.set(given.slug, addOne(tx, changed, given, places, now));
    addComments(tx, changed, articleIds, now);
    record(tx, theSoftware, "found", { kind: "publication", id: null, name }, now, { demonstration: true });
    return true;
  });
}

type Places = Record<"sections" | "topics" | "contributors" | "pictures", ReadonlyMap<string, number>>;

const oldestFirst = (given: readonly DemoArticle[]): DemoArticle[] =>
  given.toSorted((one, other) => (other.publishedMinutesAgo ?? 0) - (one.publishedMinutesAgo ?? 0));

const before = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * MINUTE);

function stateOf({ publishedMinutesAgo, state }: DemoArticle): NewArticle["state"] {
  if (publishedMinutesAgo === null) return state ?? "draft";
  return publishedMinutesAgo < 0 ? "scheduled" : "published";
}

function addOne(tx: Writer, changed: Changed, given: DemoArticle, places: Places, now: Date): number {
  const publishedAt = given.publishedMinutesAgo === null ? null : before(now, given.publishedMinutesAgo);
  const { document } = demoBody(given, places.pictures);
  const id = addArticle(
    tx,
    changed,
    {
      sectionId: known(places.sections, given.section),
      slug: given.slug,
      state: stateOf(given),
      publishedAt,
      updatedAt: given.updatedMinutesAgo === undefined ? null : before(now, given.updatedMinutesAgo),
      topicIds: given.topics.map((slug) => known(places.topics, slug)),
      commentsOpen: given.commentsOpen ?? true,
      createdBy: null,
      occasion: "demonstration",
      content: {
        ...emptyRevision,
        kicker: given.kicker,
        headline: given.headline,
        standfirst: given.standfirst,
        language: given.language ?? null,
        body: document,
        pictureId: given.picture ? known(places.pictures, given.picture.id) : null,
        pictureAlt: given.picture?.alt ?? "",
        pictureCaption: given.picture?.caption ?? "",
        pictureCredit: given.picture?.credit ?? "",
        bylines: given.bylines.map(({ contributor, affiliation }) => ({
          contributorId: known(places.contributors, contributor),
          affiliation,
        })),
      },
    },
    publishedAt && publishedAt < now ? publishedAt : now,
  );
  if (given.correction) addCorrection(tx, id, given.correction.text, before(now, given.correction.minutesAgo));
  if (publishedAt && publishedAt < now) spreadViews(tx, id, given.views, publishedAt, now);
  return id;
}

/** The body as a document. `left` tells what the document could not hold, which for our own texts is nothing. */
export const demoBody = (given: DemoArticle, pictures: PictureNumbers) =>
  documentFromHtml(given.body, {
    picture: ({ attributes, alt, caption, credit }) => ({
      type: "picture",
      attrs: { mediaId: known(pictures, attributes["data-picture"] ?? ""), alt, caption, credit },
    }),
  });

/** Half of the views today, the rest on the two days before, as far as the article was out. */
function spreadViews(tx: Writer, articleId: number, views: number, publishedAt: Date, now: Date): void {
  [0.5, 0.3, 0.2].forEach((share, daysAgo) => {
    const day = new Date(now.getTime() - daysAgo * DAY).toISOString().slice(0, 10);
    const counted = Math.round(views * share);
    if (day >= publishedAt.toISOString().slice(0, 10) && counted > 0) addViews(tx, articleId, day, counted);
  });
}

function addComments(tx: Writer, changed: Changed, articleIds: ReadonlyMap<string, number>, now: Date): void {
  const published = new Map(
    articles.map(({ slug, publishedMinutesAgo }) => [slug, before(now, publishedMinutesAgo ?? 0)]),
  );
  const dated = comments.map((given) => {
    const posted = new Date((published.get(given.article) ?? now).getTime() + given.at * MINUTE);
    return { ...given, posted: posted > now ? now : posted };
  });
  const ids = new Map<string, number>();
  for (const given of dated.toSorted((one, other) => one.posted.getTime() - other.posted.getTime())) {
    ids.set(
      given.key,
      addImportedComment(tx, changed, {
        articleId: known(articleIds, given.article),
        parentId: given.parent === undefined ? null : known(ids, given.parent),
        authorName: given.name,
        email: given.email,
        website: given.website ?? null,
        text: given.text,
        status: given.status,
        postedAt: given.posted,
      }),
    );
  }
}

function known(numbers: ReadonlyMap<string, number>, name: string): number {
  const number = numbers.get(name);
  if (number === undefined) throw new Error(`The demonstration publication names "${name}", which is not there.`);
  return number;
}

/** The names of all pictures that articles show, with the words of the first that shows each. */
export function demoPictures(): Map<string, { alt: string; caption: string; credit: string }> {
  const found = new Map<string, { alt: string; caption: string; credit: string }>();
  const add = (id: string, alt: string, caption: string, credit: string) => {
    if (!found.has(id)) found.set(id, { alt, caption, credit });
  };
  for (const { picture, body } of articles) {
    if (picture) add(picture.id, picture.alt, picture.caption, picture.credit);
    documentFromHtml(body, {
      picture: ({ attributes, alt, caption, credit }) => {
        add(attributes["data-picture"] ?? "", alt, caption, credit);
        return undefined;
      },
    });
  }
  return found;
}
