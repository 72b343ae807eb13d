import {
  exportedArticles,
  exportedContributors,
  exportedPictures,
  exportedSections,
  exportedTopics,
} from "#db/exports";
import { readSettings } from "#db/settings";
import { htmlFromDocument } from "../document-html.ts";
import { largestJpeg, type MoveOut, pictureFiles } from "./move-out.ts";
import { jsonArray } from "./writing.ts";

/** Sections become Ghost's first tag of a post, which is its primary one; topics its further tags. */
const TOPICS_FROM = 1_000_000;

/** A file for Ghost's own importer. Ghost has no comments in it, and no affiliations: those stay behind. */
export async function* ghostExport({ address, now }: MoveOut): AsyncGenerator<string> {
  const { name, description } = await readSettings();
  const pictures = exportedPictures();
  const files = pictureFiles(pictures, address);
  const pictureOf = new Map(pictures.map((picture) => [picture.id, largestJpeg(picture, address)]));
  const sections = exportedSections();
  const postsTags: object[] = [];
  const postsAuthors: object[] = [];
  const postsMeta: object[] = [];
  yield `{"db":[{"meta":${JSON.stringify({ exported_on: now.getTime(), version: "5.0.0" })},"data":{\n`;
  yield* jsonArray("settings", [
    { key: "title", value: name },
    { key: "description", value: description },
  ]);
  yield ",\n";
  yield* jsonArray("tags", [
    ...sections.map(({ id, slug, name: title, description: words }) => ({ id, slug, name: title, description: words })),
    ...exportedTopics().map(({ id, slug, name: title, description: words }) => ({
      id: TOPICS_FROM + id,
      slug,
      name: title,
      description: words,
    })),
  ]);
  yield ",\n";
  yield* jsonArray(
    "users",
    exportedContributors().map(({ id, slug, name: person, bio, links }) => ({
      id,
      slug,
      name: person,
      // Ghost wants an address for each user; ours have none, and one that can receive nothing stands for it.
      email: `${slug.replace(/[^a-z0-9-]/g, "")}-${id}@invalid.example`,
      bio,
      website: links.find(({ url }) => /^https?:/.test(url))?.url ?? null,
      roles: ["Author"],
    })),
  );
  yield ",\n";
  const posts = function* () {
    for (const { id, slug, sectionId, state, text, topics, publishedAt, createdAt, isOnFront } of exportedArticles({
      withAddresses: false,
    })) {
      const tags = [sectionId, ...topics.map((topic) => TOPICS_FROM + topic.id)];
      postsTags.push(...tags.map((tag, order) => ({ post_id: id, tag_id: tag, sort_order: order })));
      postsAuthors.push(
        ...text.bylines.map(({ contributorId }, order) => ({
          post_id: id,
          author_id: contributorId,
          sort_order: order,
        })),
      );
      if (text.socialTitle || text.socialDescription || text.pictureAlt || text.pictureCaption) {
        postsMeta.push({
          post_id: id,
          meta_title: text.socialTitle || null,
          meta_description: text.socialDescription || null,
          feature_image_alt: text.pictureAlt || null,
          feature_image_caption: text.pictureCaption || null,
        });
      }
      yield {
        id,
        slug,
        type: "post",
        title: text.headline,
        html: htmlFromDocument(text.body, { picture: files, footnotes: "foot" }),
        feature_image: text.pictureId === null ? null : (pictureOf.get(text.pictureId) ?? null),
        featured: isOnFront,
        status: state === "published" || state === "scheduled" ? state : "draft",
        visibility: "public",
        custom_excerpt: text.standfirst || null,
        locale: text.language,
        created_at: createdAt,
        updated_at: text.savedAt,
        published_at: publishedAt,
      };
    }
  };
  yield* jsonArray("posts", posts());
  yield ",\n";
  yield* jsonArray("posts_tags", postsTags);
  yield ",\n";
  yield* jsonArray("posts_authors", postsAuthors);
  yield ",\n";
  yield* jsonArray("posts_meta", postsMeta);
  yield "\n}}]}\n";
}
