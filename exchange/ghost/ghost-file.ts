import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { RefusedSource } from "../move-in/refused-source.ts";

/** Bytes of a file that is read at once. Ghost's export carries no pictures, so ten years of texts are far below it. */
const HEAVIEST = 400 * 2 ** 20;

const id = z.union([z.string(), z.number()]).transform(String);
const words = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const order = z
  .number()
  .nullish()
  .transform((value) => value ?? 0);
const flag = z
  .union([z.boolean(), z.number()])
  .nullish()
  .transform((value) => value === true || value === 1);
const moment = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => {
    const date = value === null || value === undefined ? undefined : new Date(value);
    return date && !Number.isNaN(date.getTime()) ? date : undefined;
  });

const post = z.object({
  id,
  title: words,
  slug: words,
  lexical: words,
  mobiledoc: words,
  html: words,
  feature_image: words,
  feature_image_alt: words,
  feature_image_caption: words,
  featured: flag,
  page: flag,
  type: words,
  status: words,
  visibility: words,
  locale: words,
  custom_excerpt: words,
  meta_title: words,
  meta_description: words,
  author_id: id.nullish(),
  published_at: moment,
  created_at: moment,
});
export type GhostPost = z.infer<typeof post>;

const list = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .array(shape)
    .nullish()
    .transform((value) => value ?? []);

const tag = z.object({ id, name: words, slug: words, description: words, visibility: words });
/** Ghost's users carry addresses and password hashes: only these columns are ever looked at. */
const user = z.object({ id, name: words, slug: words, bio: words, website: words });
const postMeta = z.object({
  post_id: id,
  meta_title: words,
  meta_description: words,
  feature_image_alt: words,
  feature_image_caption: words,
});
/** Of members only the name under a comment is looked at, never the address. */
const comment = z.object({
  id,
  post_id: id,
  parent_id: id.nullish(),
  in_reply_to_id: id.nullish(),
  member_id: id.nullish(),
  status: words,
  html: words,
  created_at: moment,
});

const data = z.object({
  posts: z.array(post),
  tags: list(tag),
  users: list(user),
  posts_tags: list(z.object({ post_id: id, tag_id: id, sort_order: order })),
  posts_authors: list(z.object({ post_id: id, author_id: id, sort_order: order })),
  posts_meta: list(postMeta),
  settings: list(z.object({ key: words, value: z.unknown() })),
  comments: list(comment),
  members: list(z.object({ id, name: words })),
});
export type GhostData = z.infer<typeof data>;

const file = z.union([
  z.object({ db: z.tuple([z.object({ data })], z.unknown()) }).transform(({ db }) => db[0].data),
  z.object({ data }).transform((whole) => whole.data),
]);

/** What Ghost calls an export. Throws a RefusedSource for anything else. */
export async function readGhostFile(path: string): Promise<GhostData> {
  const name = basename(path);
  const refusal = (why: string) => new RefusedSource(`${name} ${why} Nothing was taken in.`);
  if ((await stat(path)).size > HEAVIEST) throw refusal("is larger than 400 MB, which no export of Ghost is.");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch {
    throw refusal("is not in UTF-8.");
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw refusal(
      /^\s*\{/.test(text) ? "is cut off or damaged: it is no whole JSON." : "is not a Ghost export: it is no JSON.",
    );
  }
  const checked = file.safeParse(parsed);
  if (!checked.success) throw refusal("is not a Ghost export: it has no list of posts as Ghost writes it.");
  return checked.data;
}
