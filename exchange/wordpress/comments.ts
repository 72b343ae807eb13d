import { isEmailAddress } from "#core/comment";
import { oneLine } from "../html/elements.ts";
import { commentText } from "../move-in/comment-text.ts";
import type { IncomingComment } from "../move-in/incoming.ts";
import type { Report } from "../move-in/report.ts";
import { paragraphsFromClassic } from "./autop.ts";
import { momentOf } from "./dates.ts";
import type { WordPressComment } from "./export-records.ts";

const STATUSES: Readonly<Record<string, IncomingComment["status"] | undefined>> = {
  "1": "approved",
  approve: "approved",
  approved: "approved",
  "0": "held",
  hold: "held",
  spam: "spam",
  trash: "removed",
  "post-trashed": "removed",
};

const NOT_BY_READERS: Readonly<Record<string, string | undefined>> = {
  pingback: "pingbacks are made by machines",
  trackback: "trackbacks are made by machines",
  webmention: "webmentions are made by machines",
  note: "editorial notes are no comments",
};

/** The comments of a post that people wrote, each after the one it answers. What is left out is in the report. */
export function commentsOf(comments: readonly WordPressComment[], report: Report): IncomingComment[] {
  const kept = new Map<string, IncomingComment>();
  const parents = new Map<string, string>();
  for (const { fields } of comments) {
    const key = (fields["wp:comment_id"] ?? "").trim();
    parents.set(key, (fields["wp:comment_parent"] ?? "0").trim());
    const type = (fields["wp:comment_type"] ?? "").trim();
    const author = oneLine(commentText(fields["wp:comment_author"] ?? ""));
    if (type !== "" && type !== "comment") {
      report.leaveOut("comments", key, author, NOT_BY_READERS[type] ?? `of the type “${type}”, which is no comment`);
      continue;
    }
    const text = commentText(paragraphsFromClassic(fields["wp:comment_content"] ?? ""));
    const status = STATUSES[(fields["wp:comment_approved"] ?? "").trim()];
    if (text.trim() === "" || !status) {
      report.leaveOut("comments", key, author, text.trim() === "" ? "it has no words" : "its state is not known");
      continue;
    }
    const email = (fields["wp:comment_author_email"] ?? "").trim();
    if (email !== "" && !isEmailAddress(email)) {
      report.remark({
        kind: "comments",
        id: key,
        title: author,
        outcome: "taken",
        why: "what stood as its e-mail address is none",
      });
    }
    kept.set(key, {
      key,
      parent: undefined,
      authorName: author || "Anonymous",
      email: isEmailAddress(email) ? email : "",
      website: websiteOf(fields["wp:comment_author_url"] ?? ""),
      text,
      status,
      postedAt: momentOf(fields["wp:comment_date_gmt"], fields["wp:comment_date"]) ?? new Date(0),
    });
  }
  return inOrder(kept, parents);
}

export function websiteOf(given: string): string | null {
  const address = given.trim();
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(address) && URL.canParse(address) && address.length <= 500
    ? address
    : null;
}

/** Oldest first, an answer never before what it answers. An answer to what was left out answers what that answered. */
function inOrder(kept: ReadonlyMap<string, IncomingComment>, parents: ReadonlyMap<string, string>): IncomingComment[] {
  const ordered = new Map<string, IncomingComment>();
  const place = (comment: IncomingComment) => {
    const chain: IncomingComment[] = [];
    const met = new Set<string>();
    for (let next: IncomingComment | undefined = comment; next && !ordered.has(next.key) && !met.has(next.key); ) {
      met.add(next.key);
      const parent = keptAncestor(next.key, kept, parents);
      chain.push({ ...next, parent });
      next = parent === undefined ? undefined : kept.get(parent);
    }
    for (const each of chain.reverse()) ordered.set(each.key, each);
  };
  const byDate = [...kept.values()].sort((a, b) => a.postedAt.getTime() - b.postedAt.getTime());
  for (const comment of byDate) place(comment);
  return [...ordered.values()];
}

function keptAncestor(
  key: string,
  kept: ReadonlyMap<string, IncomingComment>,
  parents: ReadonlyMap<string, string>,
): string | undefined {
  const met = new Set([key]);
  for (let parent = parents.get(key); parent && parent !== "0" && !met.has(parent); parent = parents.get(parent)) {
    if (kept.has(parent)) return parent;
    met.add(parent);
  }
  return undefined;
}
