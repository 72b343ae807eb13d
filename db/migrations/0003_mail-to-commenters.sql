PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_mail` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recipient` blob,
	`commenter_id` integer,
	`comment_id` integer,
	`kind` text NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`headers` text DEFAULT '{}' NOT NULL,
	`created_at` integer NOT NULL,
	`not_before` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_mail`("id", "recipient", "kind", "subject", "text", "headers", "created_at", "not_before", "tries", "failed") SELECT "id", "recipient", "kind", "subject", "text", "headers", "created_at", coalesce("not_before", "created_at"), "tries", "failed" FROM `mail` WHERE "sent_at" IS NULL;--> statement-breakpoint
DROP TABLE `mail`;--> statement-breakpoint
ALTER TABLE `__new_mail` RENAME TO `mail`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `mail_waiting` ON `mail` (`failed`,`not_before`);--> statement-breakpoint
CREATE INDEX `mail_commenter` ON `mail` (`commenter_id`,`kind`);--> statement-breakpoint
ALTER TABLE `comment` ADD `words_hash` text;--> statement-breakpoint
CREATE INDEX `comment_words` ON `comment` (`words_hash`);