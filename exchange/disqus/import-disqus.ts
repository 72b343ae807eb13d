import { isEmailAddress } from "#core/comment";
import { findArticleByFormerPaths } from "#db/imports";
import { record, theSoftware } from "#db/log";
import { formerPath } from "../move-in/addresses.ts";
import { commentText } from "../move-in/comment-text.ts";
import { MoveIn } from "../move-in/move-in.ts";
import { Report } from "../move-in/report.ts";
import { writeOrTry } from "../move-in/write-or-try.ts";
import { type Progress, readXml } from "../move-in/xml-stream.ts";
import { type DisqusPost, type DisqusRecord, DisqusRecords, type DisqusThread } from "./disqus-records.ts";

const KIND = {
  what: "a Disqus export",
  sign: "those begin with <disqus> and name disqus.com",
  items: ["post", "thread"],
};

const readDisqus = (path: string, progress?: Progress): AsyncGenerator<DisqusRecord> =>
  readXml(path, KIND, new DisqusRecords(), progress);

export type DisqusOptions = {
  dryRun: boolean;
  now: Date;
  progress?: (step: "checking" | "taking in", bytes: number) => void;
};

/**
 * Puts the comments of a Disqus export under the articles that are here: found by the address the thread had, which is
 * an article's own or one of its former ones.
 */
export async function importDisqus(path: string, { dryRun, now, progress }: DisqusOptions): Promise<Report> {
  for await (const _ of readDisqus(path, (bytes) => progress?.("checking", bytes)));
  const report = new Report("Disqus comments", dryRun);
  await writeOrTry(dryRun, async (tx, changed) => {
    const moveIn = new MoveIn({ tx, changed, source: "disqus", now }, report);
    const articles = new Map<string, number>();
    for await (const read of readDisqus(path, (bytes) => progress?.("taking in", bytes))) {
      if (read.kind === "thread") {
        const articleId = findArticleByFormerPaths(tx, pathsOf(read));
        if (articleId === undefined)
          report.leaveOut("threads", read.id, read.link, "no article here has or had that address");
        else {
          articles.set(read.id, articleId);
          report.count("threads", "taken");
        }
      } else takePost(read, articles.get(read.thread), moveIn, report);
    }
    const { taken = 0, changed: changes = 0 } = report.data.counts.comments ?? {};
    if (taken + changes > 0) {
      record(tx, theSoftware, "import", { kind: "publication", id: null, name: "disqus" }, now, report.data.counts);
    }
  });
  return report;
}

function takePost(post: DisqusPost, articleId: number | undefined, moveIn: MoveIn, report: Report): void {
  const text = commentText(post.message);
  if (articleId === undefined || text.trim() === "") {
    const why = articleId === undefined ? "its thread belongs to no article here" : "it has no words";
    report.leaveOut("comments", post.id, post.name, why);
    return;
  }
  const postedAt = new Date(post.createdAt);
  moveIn.comments(articleId, [
    {
      key: post.id,
      parent: post.parent === "" ? undefined : post.parent,
      authorName: post.name || "Anonymous",
      email: isEmailAddress(post.email) ? post.email : "",
      website: null,
      text,
      status: post.isSpam ? "spam" : post.isDeleted ? "removed" : "approved",
      postedAt: Number.isNaN(postedAt.getTime()) ? new Date(0) : postedAt,
    },
  ]);
}

/** The ways a thread may name its article: its link, and WordPress' "2104 https://example.org/?p=2104". */
function pathsOf({ link, identifier }: DisqusThread): string[] {
  const path = formerPath(link);
  const number = /[?&]p=(\d+)/.exec(`${link} ${identifier}`)?.[1] ?? /^(\d+)\s/.exec(identifier)?.[1];
  return [...(path ? [path] : []), ...(number ? [`/?p=${number}`] : [])];
}
