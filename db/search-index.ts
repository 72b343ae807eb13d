import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import { type Document, plainText } from "#core/document";
import { searchWords } from "#core/search-words";

/*
 * Keeps the full-text index of articles, in the SQL of SQLite's FTS5 (as do search.ts and the migration that made it).
 * Triggers note which articles a deed has touched, whichever deed it was, and the deed ends by indexing these; so the
 * index is never behind, and no deed need know of it. Every text that somebody may look for has an entry of its own:
 * the live one, the one that will take its place, and the working copy. Which of them is found is decided by who asks.
 */

/** Grows when words are made differently; a migration then fills `search_due` with every article. */
const EDITION = 1;

/** Marks what a text is filed under. The sign occurs in no word. */
export const facet = (kind: "section" | "contributor" | "topic", id: number): string => `§${kind}${id}`;

const TWENTY_BITS = 1 << 20;
/** Entries published at this moment or later have at least this number. */
export const entriesFrom = (moment: Date): number => Math.max(0, Math.floor(moment.getTime() / 1000)) * TWENTY_BITS;

type ArticleRow = {
  id: number;
  section_id: number;
  working_revision_id: number | null;
  live_revision_id: number | null;
  next_revision_id: number | null;
  published_at: number | null;
  deleted_at: number | null;
};
type RevisionRow = { kicker: string; headline: string; standfirst: string; body: string; saved_at: number };
type Named = { id: number; name: string; affiliation: string };
type Entry = { id: number; revision_id: number; digest: string };

const prepareAll = (engine: Database) => ({
  due: engine.prepare<[], { article_id: number }>("select article_id from search_due"),
  settle: engine.prepare("delete from search_due"),
  article: engine.prepare<[number], ArticleRow>(
    "select id, section_id, working_revision_id, live_revision_id, next_revision_id, published_at, deleted_at from article where id = ?",
  ),
  revision: engine.prepare<[number], RevisionRow>(
    "select kicker, headline, standfirst, body, saved_at from revision where id = ?",
  ),
  names: engine.prepare<[number], Named>(
    "select contributor.id, contributor.name, byline.affiliation from byline join contributor on contributor.id = byline.contributor_id where byline.revision_id = ? order by byline.position",
  ),
  topics: engine.prepare<[number], Omit<Named, "affiliation">>(
    "select topic.id, topic.name from article_topic join topic on topic.id = article_topic.topic_id where article_topic.article_id = ? order by topic.id",
  ),
  entries: engine.prepare<[number], Entry>("select id, revision_id, digest from search_entry where article_id = ?"),
  taken: engine.prepare<[number], { id: number }>("select id from search_entry where id = ?"),
  remove: engine.prepare<[number]>("delete from search_index where rowid = ?"),
  removeEntry: engine.prepare<[number]>("delete from search_entry where id = ?"),
  add: engine.prepare<[number, string, string, string, string, string, string]>(
    "insert into search_index (rowid, headline, standfirst, names, topics, body, facets) values (?, ?, ?, ?, ?, ?, ?)",
  ),
  addEntry: engine.prepare<[number, number, number, string]>(
    "insert into search_entry (id, article_id, revision_id, digest) values (?, ?, ?, ?)",
  ),
  addWords: engine.prepare<[string]>("insert or ignore into search_word select value from json_each(?)"),
});
type Statements = ReturnType<typeof prepareAll>;

const prepared = new WeakMap<Database, Statements>();

/** Brings the index up to date with what the deed under way has changed. Part of the deed: all of it or nothing. */
export function indexWhatIsDue(engine: Database): void {
  let statements = prepared.get(engine);
  if (!statements) {
    statements = prepareAll(engine);
    prepared.set(engine, statements);
  }
  const due = statements.due.all();
  if (due.length === 0) return;
  for (const { article_id } of due) indexArticle(statements, article_id);
  statements.settle.run();
}

function indexArticle(statements: Statements, articleId: number): void {
  const row = statements.article.get(articleId);
  const wanted = new Set<number>();
  if (row && row.deleted_at === null) {
    for (const id of [row.live_revision_id, row.next_revision_id, row.working_revision_id]) {
      if (id !== null) wanted.add(id);
    }
  }
  const entries = new Map(statements.entries.all(articleId).map((entry) => [entry.revision_id, entry]));
  for (const entry of entries.values()) if (!wanted.has(entry.revision_id)) forget(statements, entry);
  if (!row) return;
  for (const revisionId of wanted) indexRevision(statements, row, revisionId, entries.get(revisionId));
}

function forget(statements: Statements, { id }: Entry): void {
  statements.remove.run(id);
  statements.removeEntry.run(id);
}

function indexRevision(statements: Statements, article: ArticleRow, revisionId: number, known: Entry | undefined) {
  const revision = statements.revision.get(revisionId);
  if (!revision) return;
  const names = statements.names.all(revisionId);
  const topics = statements.topics.all(article.id);
  const moment = article.published_at ?? revision.saved_at;
  const digest = createHash("sha256")
    .update(JSON.stringify([EDITION, { ...revision, saved_at: 0 }, names, topics, article.section_id, moment]))
    .digest("base64");
  if (known?.digest === digest) return;
  if (known) forget(statements, known);

  let id = entriesFrom(new Date(moment)) + (revisionId % TWENTY_BITS);
  while (statements.taken.get(id)) id += 1;
  const headline = tokensOf(revision.headline);
  const standfirst = tokensOf(revision.standfirst);
  const named = tokensOf(names.map(({ name, affiliation }) => `${name} · ${affiliation}`).join(" · "));
  const filed = tokensOf([revision.kicker, ...topics.map(({ name }) => name)].join(" · "));
  const body = tokensOf(plainText(JSON.parse(revision.body) as Document));
  const facets = [
    facet("section", article.section_id),
    ...names.map((contributor) => facet("contributor", contributor.id)),
    ...topics.map((topic) => facet("topic", topic.id)),
  ];
  const columns = [headline, standfirst, named, filed, body, facets] as const;
  const [a, b, c, d, e, f] = columns.map((tokens) => tokens.join(" "));
  statements.add.run(id, a ?? "", b ?? "", c ?? "", d ?? "", e ?? "", f ?? "");
  statements.addEntry.run(id, article.id, revisionId, digest);
  const words = new Set([...headline, ...standfirst, ...named, ...filed, ...body].filter(isSpelt));
  statements.addWords.run(JSON.stringify([...words]));
}

const tokensOf = (text: string): string[] => searchWords(text).map(({ token }) => token);

/** A word of letters in which a slip can be recognised: no number, and nothing written without spaces. */
export const isSpelt = (word: string): boolean =>
  word.length >= 4 && word.length <= 30 && /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]+$/u.test(word);
