PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_mail` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`commenter_id` integer NOT NULL,
	`comment_id` integer,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	`not_before` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_mail`("id", "commenter_id", "comment_id", "kind", "created_at", "not_before", "tries", "failed") SELECT "id", "commenter_id", "comment_id", "kind", "created_at", "not_before", "tries", "failed" FROM `mail`;--> statement-breakpoint
DROP TABLE `mail`;--> statement-breakpoint
ALTER TABLE `__new_mail` RENAME TO `mail`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `mail_waiting` ON `mail` (`failed`,`not_before`);--> statement-breakpoint
CREATE INDEX `mail_commenter` ON `mail` (`commenter_id`,`kind`);