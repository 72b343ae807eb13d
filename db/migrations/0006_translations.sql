ALTER TABLE `article` ADD `original_id` integer REFERENCES article(id);--> statement-breakpoint
CREATE INDEX `article_translation` ON `article` (`original_id`) WHERE original_id is not null;