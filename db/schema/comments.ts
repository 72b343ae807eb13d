import { index, primaryKey, sqliteTable, uniqueIndex } from "drizzle-orm/sqlite-core";
import { commentStatuses } from "#core/comment";
import { bytes, count, flag, id, moment, oneOf, reference, structured, words } from "../columns.ts";
import { article } from "./publication.ts";

/**
 * Somebody who has left an e-mail address. The address itself is only here, encrypted with the row's id as additional
 * data; no public query may join this table.
 */
export const commenter = sqliteTable("commenter", {
  id: id(),
  /** AES-256-GCM: key number, nonce, ciphertext, tag. Null once the address has been erased. */
  address: bytes("address"),
  /** HMAC-SHA-256 of the trimmed, lower-cased address under a key of its own: for equality, nothing else. */
  addressHash: words("address_hash").unique(),
  /** When the address was proved to belong to the person, by a link sent to it. */
  confirmedAt: moment("confirmed_at"),
  bannedAt: moment("banned_at"),
  createdAt: moment("created_at").notNull(),
  erasedAt: moment("erased_at"),
});

export const comment = sqliteTable(
  "comment",
  {
    id: id(),
    articleId: reference("article_id")
      .notNull()
      .references(() => article.id),
    parentId: reference("parent_id"),
    commenterId: reference("commenter_id").references(() => commenter.id),
    /** Set where staff reply, and shown as such. */
    staffId: reference("staff_id"),
    authorName: words("author_name").notNull(),
    website: words("website"),
    text: words("text").notNull(),
    status: oneOf("status", [...commentStatuses]).notNull(),
    /** What the policy found, in the order it looked. */
    findings: structured<string[]>("findings").notNull().default([]),
    postedAt: moment("posted_at").notNull(),
    editedAt: moment("edited_at"),
    decidedAt: moment("decided_at"),
    decidedBy: reference("decided_by"),
    /** Keyed hash of the sender's network, dropped after 30 days. */
    networkHash: words("network_hash"),
    /** A keyed hash of who sent which words from where to which article, dropped with the network: a form sent twice is one comment. */
    submissionHash: words("submission_hash"),
    /** A keyed hash of the words alone: the same ones under many articles are a sign of spam. */
    wordsHash: words("words_hash"),
  },
  (table) => [
    index("comment_of_article").on(table.articleId, table.status, table.postedAt, table.id),
    index("comment_queue").on(table.status, table.postedAt, table.id),
    index("comment_commenter").on(table.commenterId, table.postedAt),
    index("comment_parent").on(table.parentId),
    index("comment_network").on(table.networkHash, table.postedAt),
    index("comment_words").on(table.wordsHash),
    uniqueIndex("comment_submission").on(table.submissionHash),
  ],
);

/** A private link mailed to a commenter. */
export const commenterLink = sqliteTable(
  "commenter_link",
  {
    /** SHA-256 of the random value in the link. */
    hash: words("hash").primaryKey(),
    commenterId: reference("commenter_id").notNull(),
    commentId: reference("comment_id"),
    purpose: oneOf("purpose", ["manage", "confirm-follow", "unsubscribe"]).notNull(),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
  },
  (table) => [index("commenter_link_commenter").on(table.commenterId)],
);

/** Replies to a comment are mailed to who asked for it and confirmed. */
export const follow = sqliteTable(
  "follow",
  {
    commenterId: reference("commenter_id").notNull(),
    commentId: reference("comment_id").notNull(),
    confirmedAt: moment("confirmed_at"),
    endedAt: moment("ended_at"),
    lastNoticeAt: moment("last_notice_at"),
  },
  (table) => [
    primaryKey({ columns: [table.commenterId, table.commentId] }),
    index("follow_comment").on(table.commentId),
  ],
);

export const commentReport = sqliteTable(
  "comment_report",
  {
    id: id(),
    commentId: reference("comment_id").notNull(),
    reason: words("reason").notNull(),
    networkHash: words("network_hash"),
    reportedAt: moment("reported_at").notNull(),
    settledAt: moment("settled_at"),
  },
  (table) => [index("comment_report_comment").on(table.commentId), index("comment_report_open").on(table.settledAt)],
);

/** Words of decided comments, counted for the spam score. */
export const spamWord = sqliteTable("spam_word", {
  word: words("word").primaryKey(),
  spam: count("spam").notNull().default(0),
  wanted: count("wanted").notNull().default(0),
});

/**
 * Mail to commenters that waits to be sent; a row goes once it has been. It is written when it is sent, so that neither
 * an address nor a private link waits in a row.
 */
export const mail = sqliteTable(
  "mail",
  {
    id: id(),
    commenterId: reference("commenter_id").notNull(),
    commentId: reference("comment_id"),
    kind: oneOf("kind", ["posted", "replies"]).notNull(),
    createdAt: moment("created_at").notNull(),
    notBefore: moment("not_before").notNull(),
    tries: count("tries").notNull().default(0),
    failed: flag("failed").notNull().default(false),
  },
  (table) => [
    index("mail_waiting").on(table.failed, table.notBefore),
    index("mail_commenter").on(table.commenterId, table.kind),
  ],
);
