import type { IncomingArticle, IncomingComment } from "../move-in/incoming.ts";
import { MoveIn } from "../move-in/move-in.ts";
import type { PictureFiles } from "../move-in/picture-files.ts";
import { PictureKeeping } from "../move-in/picture-keeping.ts";
import { Report } from "../move-in/report.ts";
import { takeInFile, takeInOrTry } from "../move-in/take-in.ts";
import { type ArticleSource, articleFrom } from "./article.ts";
import { commentsOf } from "./comments.ts";
import { readExport } from "./export-reader.ts";
import type { WordPressItem } from "./export-records.ts";
import { keepExportPictures } from "./keep-pictures.ts";
import { isPicture, PictureShelf } from "./pictures.ts";
import { type Survey, survey } from "./survey.ts";
import { WordPressTerms } from "./terms.ts";

export type ImportOptions = {
  dryRun: boolean;
  now: Date;
  /** Where the pictures are; without it they are left out, and cards lead to where they were. */
  files?: PictureFiles;
  progress?: ImportProgress;
};

/** Told how far each step is: bytes read of all files, or pictures or articles of all. */
export type ImportProgress = (
  step: "checking" | "keeping pictures" | "converting" | "taking in" | "indexing",
  done: number,
  all?: number,
) => void;

type Thing = { article: IncomingArticle; remarks: string[]; comments: IncomingComment[] };

/**
 * Takes in a WordPress export of one or more files. All are read once before anything is written, so that one that is
 * broken leaves nothing behind; then each is one deed.
 */
export const importWordPress = (paths: readonly string[], options: ImportOptions): Promise<Report> =>
  takeInOrTry(options.dryRun, () => takeIn(paths, options));

async function takeIn(paths: readonly string[], options: ImportOptions): Promise<Report> {
  const found = await survey(paths, (bytes) => options.progress?.("checking", bytes));
  const name = found.address === "" ? found.name : found.address.replace(/^https?:\/\//, "").replace(/\/+$/, "");
  const report = new Report(
    `${found.name || "WordPress"} (WordPress export ${found.version}, ${name})`,
    options.dryRun,
  );
  const { files, dryRun, now, progress } = options;
  const keeping = new PictureKeeping(files, report, { dryRun, now, ...(progress ? { progress } : {}) });
  if (files) await keepExportPictures(paths, found, keeping);
  const shelf = new PictureShelf(found, keeping.kept);
  const terms = new WordPressTerms(found);
  const source = `wordpress:${name}`;
  for (const path of paths) {
    await takeInFile({
      source,
      now,
      report,
      ...(progress ? { progress } : {}),
      things: thingsIn(path, { survey: found, shelf, terms, report }, progress),
      write: async (deed, things: AsyncIterable<Thing>) => {
        const sectionOf = (key: string) => (found.categories.has(key) ? terms.section(key) : undefined);
        const moveIn = new MoveIn(deed, report, sectionOf);
        for await (const { article, remarks, comments } of things) {
          moveIn.comments(await moveIn.article(article, remarks), comments);
        }
      },
    });
  }
  remarkOnFiles(found, report, files !== undefined);
  return report;
}

/** Things of WordPress that are no text of anybody: counted, and named by what they are. */
const LEFT_OUT: Readonly<Record<string, readonly [kind: string, why: string] | undefined>> = {
  nav_menu_item: ["menu entries", "navigation follows the sections here"],
  wp_navigation: ["menu entries", "navigation follows the sections here"],
  revision: ["former revisions", "only the newest text is taken in"],
  wp_template: ["theme settings", "they belong to WordPress"],
  wp_template_part: ["theme settings", "they belong to WordPress"],
  wp_global_styles: ["theme settings", "they belong to WordPress"],
  custom_css: ["theme settings", "they belong to WordPress"],
  customize_changeset: ["theme settings", "they belong to WordPress"],
  oembed_cache: ["theme settings", "they belong to WordPress"],
};

/** Ways of sorting that become sections, topics and bylines; others, such as post formats, have no place here. */
const TERMS = new Set(["category", "post_tag", "tag", "author"]);

async function* thingsIn(path: string, source: ArticleSource, progress?: ImportProgress): AsyncGenerator<Thing> {
  for await (const read of readExport(path, (bytes) => progress?.("converting", bytes))) {
    const thing = read.kind === "item" ? thingFrom(read.item, source) : undefined;
    if (thing) yield thing;
  }
}

function thingFrom(item: WordPressItem, source: ArticleSource): Thing | undefined {
  const { report } = source;
  const type = (item.fields["wp:post_type"] ?? "").trim();
  const id = (item.fields["wp:post_id"] ?? "").trim();
  const title = (item.fields.title ?? "").trim();
  if (type === "post" || type === "page") {
    const taken = articleFrom(item, type === "page" ? "page" : "article", source);
    if (!taken) {
      for (const _ of item.comments) report.count("comments", "left out");
      return undefined;
    }
    for (const { domain } of item.terms) if (!TERMS.has(domain)) report.count(`terms of “${domain}”`, "left out");
    return { ...taken, comments: commentsOf(item.comments, report) };
  }
  // Those are taken where articles name them.
  if (type === "attachment" || type === "wp_block" || type === "guest-author") return undefined;
  const [kind, why] = LEFT_OUT[type] ?? [
    "other things",
    `of the type “${type}”, which only a plugin of WordPress knows`,
  ];
  report.leaveOut(kind, id, title, why);
  return undefined;
}

function remarkOnFiles(found: Survey, report: Report, hasFiles: boolean): void {
  for (const attachment of found.attachments.values()) {
    if (!isPicture(attachment)) {
      const why = "only pictures are kept here; links to it still lead to the old site";
      report.leaveOut("other files", attachment.id, attachment.title, why);
    } else if (!hasFiles) {
      const why = "its file is not in the export, and neither the uploads folder nor the old site’s address was given";
      report.leaveOut("pictures", attachment.id, attachment.title, why);
    }
  }
}
