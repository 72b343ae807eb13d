ALTER TABLE `redirect` ADD `deleted_at` integer;--> statement-breakpoint
CREATE INDEX `article_in_bin` ON `article` (`deleted_at`) WHERE deleted_at is not null;