import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { roles } from "#core/permissions";
import { bytes, count, id, moment, oneOf, reference, structured, words } from "../columns.ts";

export const staff = sqliteTable("staff", {
  id: id(),
  /** Trimmed and lower-cased: the name one signs in with. */
  email: words("email").notNull().unique(),
  name: words("name").notNull(),
  role: oneOf("role", [...roles]).notNull(),
  /** argon2id, in its own encoded form; null until the invitation is taken up. */
  passwordHash: words("password_hash"),
  passwordChangedAt: moment("password_changed_at"),
  /** The TOTP secret, encrypted like commenters' addresses; confirmed once a first code was right. */
  totpSecret: bytes("totp_secret"),
  totpConfirmedAt: moment("totp_confirmed_at"),
  /** The last time step whose code was taken: no code works twice (RFC 6238, 5.2). */
  totpLastStep: count("totp_last_step"),
  contributorId: reference("contributor_id"),
  createdAt: moment("created_at").notNull(),
  disabledAt: moment("disabled_at"),
});

export const staffSession = sqliteTable(
  "staff_session",
  {
    /** SHA-256 of the random value in the cookie, so that the database opens no session. */
    hash: words("hash").primaryKey(),
    staffId: reference("staff_id")
      .notNull()
      .references(() => staff.id),
    createdAt: moment("created_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    /** "Firefox on Windows": enough to recognise one's own. */
    device: words("device").notNull().default(""),
    secondFactorAt: moment("second_factor_at"),
  },
  (table) => [index("staff_session_staff").on(table.staffId)],
);

export const passkey = sqliteTable(
  "passkey",
  {
    /** The authenticator's credential id, base64url. */
    credentialId: words("credential_id").primaryKey(),
    staffId: reference("staff_id")
      .notNull()
      .references(() => staff.id),
    publicKey: bytes("public_key").notNull(),
    counter: count("counter").notNull(),
    transports: structured<string[]>("transports").notNull().default([]),
    name: words("name").notNull(),
    createdAt: moment("created_at").notNull(),
    lastUsedAt: moment("last_used_at"),
  },
  (table) => [index("passkey_staff").on(table.staffId)],
);

export const recoveryCode = sqliteTable(
  "recovery_code",
  {
    id: id(),
    staffId: reference("staff_id")
      .notNull()
      .references(() => staff.id),
    hash: words("hash").notNull().unique(),
    usedAt: moment("used_at"),
  },
  (table) => [index("recovery_code_staff").on(table.staffId)],
);

/** A random value that was handed out: in a link that lets somebody in once, in the cookie of a known device, for a passkey to sign. */
export const staffLink = sqliteTable("staff_link", {
  /** SHA-256 of the random value in the link. */
  hash: words("hash").primaryKey(),
  purpose: oneOf("purpose", [
    "first-administrator",
    "invitation",
    "password-reset",
    "known-device",
    "passkey-challenge",
  ]).notNull(),
  staffId: reference("staff_id").references(() => staff.id),
  createdAt: moment("created_at").notNull(),
  expiresAt: moment("expires_at").notNull(),
  usedAt: moment("used_at"),
});

/** Tries that are counted to slow guessing and flooding; kept here so that a restart forgets nothing. */
export const attempt = sqliteTable(
  "attempt",
  {
    id: id(),
    kind: words("kind").notNull(),
    /** A keyed hash of the account, address or network: never the thing itself. */
    key: words("key").notNull(),
    at: moment("at").notNull(),
  },
  (table) => [index("attempt_recent").on(table.kind, table.key, table.at), index("attempt_at").on(table.at)],
);

/** Who did what to which thing and when. Triggers refuse any change or removal, also to administrators. */
export const logEntry = sqliteTable(
  "log_entry",
  {
    id: id(),
    at: moment("at").notNull(),
    staffId: reference("staff_id"),
    /** The name as it was: people leave, the log stays. "" is the software itself or the command line. */
    staffName: words("staff_name").notNull().default(""),
    verb: words("verb").notNull(),
    thingKind: words("thing_kind").notNull(),
    thingId: reference("thing_id"),
    thingName: words("thing_name").notNull().default(""),
    detail: structured<Record<string, unknown>>("detail").notNull().default({}),
  },
  (table) => [
    index("log_entry_at").on(table.at),
    index("log_entry_staff").on(table.staffId, table.at),
    index("log_entry_thing").on(table.thingKind, table.thingId, table.at),
  ],
);

/** A remark of staff, or of an outsider with a preview link, on a passage of a draft. */
export const articleNote = sqliteTable(
  "article_note",
  {
    id: id(),
    articleId: reference("article_id").notNull(),
    parentId: reference("parent_id"),
    /** The words the note is about, as they stood then. */
    passage: words("passage").notNull().default(""),
    /** A few words on either side, by which the passage is found again after it was edited. */
    passageBefore: words("passage_before").notNull().default(""),
    passageAfter: words("passage_after").notNull().default(""),
    text: words("text").notNull(),
    staffId: reference("staff_id"),
    /** The link through which an outsider wrote it. */
    previewLinkId: reference("preview_link_id"),
    authorName: words("author_name").notNull(),
    createdAt: moment("created_at").notNull(),
    resolvedAt: moment("resolved_at"),
    resolvedBy: reference("resolved_by"),
  },
  (table) => [index("article_note_article").on(table.articleId, table.createdAt)],
);

/** Lets an outsider read one draft, until it expires or is revoked. */
export const previewLink = sqliteTable(
  "preview_link",
  {
    id: id(),
    hash: words("hash").notNull().unique(),
    articleId: reference("article_id").notNull(),
    label: words("label").notNull().default(""),
    createdBy: reference("created_by"),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (table) => [index("preview_link_article").on(table.articleId)],
);
