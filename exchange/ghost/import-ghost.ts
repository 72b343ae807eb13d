import { commentText } from "../move-in/comment-text.ts";
import type { IncomingArticle, IncomingComment } from "../move-in/incoming.ts";
import { MoveIn } from "../move-in/move-in.ts";
import type { PictureFiles } from "../move-in/picture-files.ts";
import { PictureKeeping } from "../move-in/picture-keeping.ts";
import { Report } from "../move-in/report.ts";
import { takeInFile, takeInOrTry } from "../move-in/take-in.ts";
import { ghostArticle, ghostHtml } from "./article.ts";
import { type GhostData, readGhostFile } from "./ghost-file.ts";

export type GhostOptions = {
  dryRun: boolean;
  now: Date;
  /** The folder content/images of the old site, or the site itself. */
  files?: PictureFiles;
  progress?: (step: "keeping pictures" | "converting" | "taking in" | "indexing", done: number, all: number) => void;
};

type Thing = { article: IncomingArticle; remarks: string[]; comments: IncomingComment[] };

/** Takes in a Ghost export: posts, pages, tags, authors, pictures, and comments where it has some. Members never. */
export const importGhost = (path: string, options: GhostOptions): Promise<Report> =>
  takeInOrTry(options.dryRun, () => takeIn(path, options));

async function takeIn(path: string, options: GhostOptions): Promise<Report> {
  const { now, progress } = options;
  const ghost = await readGhostFile(path);
  const title = ghost.settings.find(({ key }) => key === "title")?.value;
  const name = typeof title === "string" && title !== "" ? title : "Ghost";
  const report = new Report(`${name} (Ghost export)`, options.dryRun);
  const keeping = new PictureKeeping(options.files, report, options);
  await keeping.keepAll(
    ghost.posts.flatMap((post) => [post.feature_image, ...addressesIn(ghostHtml(post).html)]),
    ghostImagePath,
  );
  await takeInFile({
    source: `ghost:${name}`,
    now,
    report,
    ...(progress ? { progress } : {}),
    things: thingsIn(ghost, (address) => keeping.kept(ghostImagePath(address)), report, progress),
    write: async (deed, things: AsyncIterable<Thing>) => {
      const moveIn = new MoveIn(deed, report);
      for await (const { article, remarks, comments } of things) {
        moveIn.comments(await moveIn.article(article, remarks), comments);
      }
    },
  });
  if (ghost.members.length > 0) report.count("members", "left out", ghost.members.length);
  return report;
}

async function* thingsIn(
  ghost: GhostData,
  kept: (address: string) => number | undefined,
  report: Report,
  progress: GhostOptions["progress"],
): AsyncGenerator<Thing> {
  const comments = commentsByPost(ghost, report);
  for (const [index, post] of ghost.posts.entries()) {
    const taken = ghostArticle(post, ghost, kept, report);
    if (taken) yield { ...taken, comments: comments.get(post.id) ?? [] };
    progress?.("converting", index + 1, ghost.posts.length);
  }
}

/** The path below content/images for an address of the old site; its smaller copies lie under size/. */
function ghostImagePath(address: string): string | undefined {
  const found = /\/content\/images\/(?:size\/[^/]+\/)?(?:format\/[^/]+\/)?([^?#]+)/.exec(address)?.[1];
  try {
    return found && decodeURIComponent(found).normalize("NFC");
  } catch {
    return undefined;
  }
}

const addressesIn = (html: string): string[] =>
  [...html.matchAll(/<img\b[^>]{0,4000}?\ssrc=["']([^"'<>]{1,2000})["']/gi)].map(([, address = ""]) => address);

function commentsByPost({ comments, members }: GhostData, report: Report): Map<string, IncomingComment[]> {
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const byPost = new Map<string, IncomingComment[]>();
  const inTime = [...comments].sort((a, b) => (a.created_at?.getTime() ?? 0) - (b.created_at?.getTime() ?? 0));
  for (const given of inTime) {
    const text = commentText(given.html);
    if (text.trim() === "") {
      report.leaveOut("comments", given.id, "", "it has no words");
      continue;
    }
    const list = byPost.get(given.post_id) ?? [];
    list.push({
      key: given.id,
      parent: given.in_reply_to_id ?? given.parent_id ?? undefined,
      authorName: names.get(given.member_id ?? "") || "Anonymous",
      email: "",
      website: null,
      text,
      status: given.status === "published" ? "approved" : "removed",
      postedAt: given.created_at ?? new Date(0),
    });
    byPost.set(given.post_id, list);
  }
  return byPost;
}
