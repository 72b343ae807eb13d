import { z } from "zod";
import { oneLine } from "../html/elements.ts";

/** The entries that WordPress and its plugins keep beside a post. */
type Meta = ReadonlyMap<string, string>;

const ownWordsSchema = z.object({
  kicker: z.string().max(500),
  language: z.string().max(40).nullable(),
  bylines: z.array(z.object({ name: z.string(), affiliation: z.string().max(1_000) })),
  pictureAlt: z.string().max(2_000),
  pictureCaption: z.string().max(2_000),
  pictureCredit: z.string().max(500),
});
export type OwnWords = z.infer<typeof ownWordsSchema>;

/** What WordPress has no word for, as our own export writes it. */
export function ownWords(meta: Meta): OwnWords | undefined {
  try {
    return ownWordsSchema.safeParse(JSON.parse(meta.get("_national_update") ?? "null")).data;
  } catch {
    return undefined;
  }
}

export function footnotesIn(meta: Meta): Map<string, string> {
  const notes = new Map<string, string>();
  try {
    const list: unknown = JSON.parse(meta.get("footnotes") ?? "[]");
    for (const note of Array.isArray(list) ? list : []) {
      if (typeof note?.id === "string" && typeof note?.content === "string") notes.set(note.id, note.content);
    }
  } catch {
    // Not a list of notes: their references stay as they are.
  }
  return notes;
}

/** What a plugin for search engines was told, where it says more than the headline does. */
export function searchWords(meta: Meta, site: string, headline: string) {
  const fill = (text: string) =>
    oneLine(
      text
        .replace(/%%?(?:title|post_title)%%?/g, headline)
        .replace(/%%?(?:sitename|site_title)%%?/g, site)
        .replace(/%%?(?:sep|separator_sa)%%?/g, "–")
        .replace(/%%[a-z_]+%%|%[a-z_]+%/g, ""),
    );
  const first = (...names: string[]) => fill(names.map((name) => meta.get(name)?.trim()).find(Boolean) ?? "");
  const title = first("_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_aioseop_title");
  const isTheHeadline = title === headline || title === `${headline} – ${site}`;
  return {
    socialTitle: isTheHeadline ? "" : title,
    socialDescription: first(
      "_yoast_wpseo_metadesc",
      "rank_math_description",
      "_aioseo_description",
      "_aioseop_description",
    ),
  };
}

const VIEWS = ["post_views_count", "views", "_post_views", "wpb_post_views_count", "_views_count", "post_view_count"];

export function viewsOf(meta: Meta): number {
  const counts = VIEWS.map((name) => Number(meta.get(name))).filter(
    (count) => Number.isSafeInteger(count) && count > 0,
  );
  return Math.min(Math.max(0, ...counts), 1e9);
}
