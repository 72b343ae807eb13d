CREATE TABLE `article_heat` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`heat` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `article_heat_hottest` ON `article_heat` (`heat`);--> statement-breakpoint
CREATE TABLE `trending_place` (
	`position` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE cascade
);
