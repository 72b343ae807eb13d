import { record, theSoftware } from "#db/log";
import { commentText } from "../move-in/comment-text.ts";
import type { IncomingComment } from "../move-in/incoming.ts";
import { MoveIn } from "../move-in/move-in.ts";
import type { PictureFiles } from "../move-in/picture-files.ts";
import { PictureKeeping } from "../move-in/picture-keeping.ts";
import { Report } from "../move-in/report.ts";
import { writeOrTry } from "../move-in/write-or-try.ts";
import { ghostArticle, ghostHtml } from "./article.ts";
import { type GhostData, readGhostFile } from "./ghost-file.ts";

export type GhostOptions = {
  dryRun: boolean;
  now: Date;
  /** The folder content/images of the old site, or the site itself. */
  files?: PictureFiles;
  progress?: (step: "keeping pictures" | "taking in", done: number, all: number) => void;
};

/** Takes in a Ghost export: posts, pages, tags, authors, pictures, and comments where it has some. Members never. */
export async function importGhost(path: string, options: GhostOptions): Promise<Report> {
  const ghost = await readGhostFile(path);
  const title = ghost.settings.find(({ key }) => key === "title")?.value;
  const name = typeof title === "string" && title !== "" ? title : "Ghost";
  const report = new Report(`${name} (Ghost export)`, options.dryRun);
  const keeping = new PictureKeeping(options.files, report, options);
  await keeping.keepAll(
    ghost.posts.flatMap((post) => [post.feature_image, ...addressesIn(ghostHtml(post).html)]),
    ghostImagePath,
  );
  const comments = commentsByPost(ghost, report);
  await writeOrTry(options.dryRun, async (tx, changed) => {
    const source = `ghost:${name}`;
    const moveIn = new MoveIn({ tx, changed, source, now: options.now }, report);
    let done = 0;
    for (const post of ghost.posts) {
      const taken = ghostArticle(post, ghost, (address) => keeping.kept(ghostImagePath(address)), report);
      if (taken) {
        const articleId = await moveIn.article(taken.article, taken.remarks);
        moveIn.comments(articleId, comments.get(post.id) ?? []);
      }
      done += 1;
      options.progress?.("taking in", done, ghost.posts.length);
    }
    if (report.written > 0) {
      record(
        tx,
        theSoftware,
        "import",
        { kind: "publication", id: null, name: source },
        options.now,
        report.data.counts,
      );
    }
  });
  if (ghost.members.length > 0) report.count("members", "left out", ghost.members.length);
  return report;
}

/** The path below content/images for an address of the old site; its smaller copies lie under size/. */
export function ghostImagePath(address: string): string | undefined {
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
