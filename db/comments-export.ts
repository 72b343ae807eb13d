import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { unsealFor } from "./address-cipher.ts";
import { read, transaction } from "./client.ts";
import { type Actor, record } from "./log.ts";
import { article, comment, commenter, section } from "./schema.ts";

const AT_ONCE = 500;

/**
 * Every comment, in the order they came, some hundreds at a time; not those of articles in the bin. `withAddresses` opens the
 * address behind each, for who may see it.
 */
export async function* listForExport(withAddresses: boolean) {
  for (let after = 0; ; ) {
    const found = read()
      .select({
        id: comment.id,
        parentId: comment.parentId,
        postedAt: comment.postedAt,
        status: comment.status,
        sectionSlug: section.slug,
        articleSlug: article.slug,
        authorName: comment.authorName,
        website: comment.website,
        text: comment.text,
        staffId: comment.staffId,
        commenterId: comment.commenterId,
        sealed: commenter.address,
      })
      .from(comment)
      .innerJoin(article, and(eq(article.id, comment.articleId), isNull(article.deletedAt)))
      .innerJoin(section, eq(section.id, article.sectionId))
      .leftJoin(commenter, eq(commenter.id, comment.commenterId))
      .where(gt(comment.id, after))
      .orderBy(asc(comment.id))
      .limit(AT_ONCE)
      .all();
    const last = found.at(-1);
    if (!last) return;
    after = last.id;
    yield found.map(({ sealed, commenterId: id, staffId, ...row }) => {
      const opened = withAddresses && sealed && id !== null ? unsealFor({ table: "commenter", id }, sealed) : undefined;
      return { ...row, byStaff: staffId !== null, address: opened?.ok ? opened.value : null };
    });
  }
}

/** Notes who took all comments along, and whether with addresses. */
export const recordExport = (actor: Actor, withAddresses: boolean, now: Date): Promise<void> =>
  transaction(async (tx) => {
    const verb = withAddresses ? "export-addresses" : "export-comments";
    record(tx, actor, verb, { kind: "comment", id: null, name: "All comments" }, now);
  });
