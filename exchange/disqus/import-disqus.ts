import { isEmailAddress } from "#core/comment";
import { findArticleByFormerPaths } from "#db/imports";
import { formerPath } from "../move-in/addresses.ts";
import { commentText } from "../move-in/comment-text.ts";
import type { IncomingComment } from "../move-in/incoming.ts";
import { MoveIn } from "../move-in/move-in.ts";
import { Report } from "../move-in/report.ts";
import { takeInFile, takeInOrTry } from "../move-in/take-in.ts";
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
  progress?: (step: "checking" | "converting" | "taking in" | "indexing", done: number, all?: number) => void;
};

type Thing =
  | { kind: "thread"; id: string; link: string; paths: string[] }
  | { kind: "comment"; thread: string; comment: IncomingComment };

/**
 * Puts the comments of a Disqus export under the articles that are here: found by the address the thread had, which is
 * an article's own or one of its former ones.
 */
export const importDisqus = (path: string, options: DisqusOptions): Promise<Report> =>
  takeInOrTry(options.dryRun, () => takeIn(path, options));

async function takeIn(path: string, { dryRun, now, progress }: DisqusOptions): Promise<Report> {
  for await (const _ of readDisqus(path, (bytes) => progress?.("checking", bytes)));
  const report = new Report("Disqus comments", dryRun);
  await takeInFile({
    source: "disqus",
    now,
    report,
    ...(progress ? { progress } : {}),
    things: thingsIn(path, progress),
    write: async (deed, things: AsyncIterable<Thing>) => {
      const moveIn = new MoveIn(deed, report);
      const articles = new Map<string, number>();
      for await (const thing of things) {
        if (thing.kind === "comment") takeComment(thing, articles.get(thing.thread), moveIn, report);
        else {
          const articleId = findArticleByFormerPaths(deed.tx, thing.paths);
          if (articleId === undefined)
            report.leaveOut("threads", thing.id, thing.link, "no article here has or had that address");
          else articles.set(thing.id, articleId);
        }
      }
    },
  });
  return report;
}

async function* thingsIn(path: string, progress: DisqusOptions["progress"]): AsyncGenerator<Thing> {
  for await (const read of readDisqus(path, (bytes) => progress?.("converting", bytes))) {
    if (read.kind === "thread") yield { kind: "thread", id: read.id, link: read.link, paths: pathsOf(read) };
    else yield { kind: "comment", thread: read.thread, comment: commentFrom(read) };
  }
}

function commentFrom(post: DisqusPost): IncomingComment {
  const postedAt = new Date(post.createdAt);
  return {
    key: post.id,
    parent: post.parent === "" ? undefined : post.parent,
    authorName: post.name || "Anonymous",
    email: isEmailAddress(post.email) ? post.email : "",
    website: null,
    text: commentText(post.message),
    status: post.isSpam ? "spam" : post.isDeleted ? "removed" : "approved",
    postedAt: Number.isNaN(postedAt.getTime()) ? new Date(0) : postedAt,
  };
}

function takeComment(
  { comment }: Extract<Thing, { kind: "comment" }>,
  articleId: number | undefined,
  moveIn: MoveIn,
  report: Report,
): void {
  const { key, authorName, text } = comment;
  if (articleId === undefined) report.leaveOut("comments", key, authorName, "its thread belongs to no article here");
  else if (text.trim() === "") report.leaveOut("comments", key, authorName, "it has no words");
  else moveIn.comments(articleId, [comment]);
}

/** The ways a thread may name its article: its link, and WordPress' "2104 https://example.org/?p=2104". */
function pathsOf({ link, identifier }: DisqusThread): string[] {
  const path = formerPath(link);
  const number = /[?&]p=(\d+)/.exec(`${link} ${identifier}`)?.[1] ?? /^(\d+)\s/.exec(identifier)?.[1];
  return [...(path ? [path] : []), ...(number ? [`/?p=${number}`] : [])];
}
