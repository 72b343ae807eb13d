ALTER TABLE `article_note` ADD `passage_before` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `article_note` ADD `passage_after` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `article_note` ADD `preview_link_id` integer;