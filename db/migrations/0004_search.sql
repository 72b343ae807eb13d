-- Full-text search, by SQLite's FTS5. What it holds is written by db/search-index.ts, which makes the words.
-- The row of an entry begins with the moment of publication, so that the index itself can be read newest first.
CREATE VIRTUAL TABLE search_index USING fts5(
  headline, standfirst, names, topics, body, facets,
  content='', contentless_delete=1, tokenize='ascii'
);
--> statement-breakpoint
INSERT INTO search_index(search_index, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(search_index, row);
--> statement-breakpoint
CREATE TABLE search_entry (
  id integer PRIMARY KEY NOT NULL,
  article_id integer NOT NULL,
  revision_id integer NOT NULL,
  -- Of everything that was indexed, so that an unchanged text is left alone.
  digest text NOT NULL
);
--> statement-breakpoint
CREATE INDEX search_entry_article ON search_entry (article_id);
--> statement-breakpoint
-- Every word of an alphabet that was ever indexed, to be offered where somebody has mistyped one.
CREATE TABLE search_word (word text PRIMARY KEY NOT NULL) WITHOUT ROWID;
--> statement-breakpoint
-- Articles whose words may have changed: filled by the triggers below, emptied at the end of the same deed.
CREATE TABLE search_due (article_id integer PRIMARY KEY NOT NULL);
--> statement-breakpoint
CREATE TRIGGER search_due_article_added AFTER INSERT ON article
BEGIN
  INSERT OR IGNORE INTO search_due VALUES (new.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_due_article_changed AFTER UPDATE OF
  section_id, working_revision_id, live_revision_id, next_revision_id, published_at, deleted_at ON article
BEGIN
  INSERT OR IGNORE INTO search_due VALUES (new.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_due_article_removed AFTER DELETE ON article
BEGIN
  INSERT OR IGNORE INTO search_due VALUES (old.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_due_revision_changed AFTER UPDATE OF kicker, headline, standfirst, body ON revision
BEGIN
  INSERT OR IGNORE INTO search_due VALUES (new.article_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_due_byline_added AFTER INSERT ON byline
BEGIN
  INSERT OR IGNORE INTO search_due SELECT article_id FROM revision WHERE id = new.revision_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_due_byline_changed AFTER UPDATE ON byline
BEGIN
  INSERT OR IGNORE INTO search_due SELECT article_id FROM revision WHERE id = new.revision_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_due_byline_removed AFTER DELETE ON byline
BEGIN
  INSERT OR IGNORE INTO search_due SELECT article_id FROM revision WHERE id = old.revision_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_due_topic_given AFTER INSERT ON article_topic
BEGIN
  INSERT OR IGNORE INTO search_due VALUES (new.article_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_due_topic_taken AFTER DELETE ON article_topic
BEGIN
  INSERT OR IGNORE INTO search_due VALUES (old.article_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_due_topic_changed AFTER UPDATE ON article_topic
BEGIN
  INSERT OR IGNORE INTO search_due VALUES (old.article_id);
  INSERT OR IGNORE INTO search_due VALUES (new.article_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_due_topic_renamed AFTER UPDATE OF name ON topic
BEGIN
  INSERT OR IGNORE INTO search_due SELECT article_id FROM article_topic WHERE topic_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_due_contributor_renamed AFTER UPDATE OF name ON contributor
BEGIN
  INSERT OR IGNORE INTO search_due
    SELECT revision.article_id FROM byline JOIN revision ON revision.id = byline.revision_id
    WHERE byline.contributor_id = new.id;
END;
--> statement-breakpoint
INSERT OR IGNORE INTO search_due SELECT id FROM article;
