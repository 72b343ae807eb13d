CREATE TABLE `merge` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`into_id` integer NOT NULL,
	`gone` text NOT NULL,
	`deleted_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `merged_article` (
	`merge_id` integer NOT NULL,
	`article_id` integer NOT NULL,
	PRIMARY KEY(`merge_id`, `article_id`),
	FOREIGN KEY (`merge_id`) REFERENCES `merge`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `merged_article_article` ON `merged_article` (`article_id`);