CREATE TABLE `comment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`parent_id` integer,
	`commenter_id` integer,
	`staff_id` integer,
	`author_name` text NOT NULL,
	`website` text,
	`text` text NOT NULL,
	`status` text NOT NULL,
	`findings` text DEFAULT '[]' NOT NULL,
	`posted_at` integer NOT NULL,
	`edited_at` integer,
	`decided_at` integer,
	`decided_by` integer,
	`network_hash` text,
	`submission_hash` text,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commenter_id`) REFERENCES `commenter`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_of_article` ON `comment` (`article_id`,`status`,`posted_at`,`id`);--> statement-breakpoint
CREATE INDEX `comment_queue` ON `comment` (`status`,`posted_at`,`id`);--> statement-breakpoint
CREATE INDEX `comment_commenter` ON `comment` (`commenter_id`,`posted_at`);--> statement-breakpoint
CREATE INDEX `comment_parent` ON `comment` (`parent_id`);--> statement-breakpoint
CREATE INDEX `comment_network` ON `comment` (`network_hash`,`posted_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `comment_submission` ON `comment` (`submission_hash`);--> statement-breakpoint
CREATE TABLE `comment_report` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`comment_id` integer NOT NULL,
	`reason` text NOT NULL,
	`network_hash` text,
	`reported_at` integer NOT NULL,
	`settled_at` integer
);
--> statement-breakpoint
CREATE INDEX `comment_report_comment` ON `comment_report` (`comment_id`);--> statement-breakpoint
CREATE INDEX `comment_report_open` ON `comment_report` (`settled_at`);--> statement-breakpoint
CREATE TABLE `commenter` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`address` blob,
	`address_hash` text,
	`confirmed_at` integer,
	`banned_at` integer,
	`created_at` integer NOT NULL,
	`erased_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commenter_address_hash_unique` ON `commenter` (`address_hash`);--> statement-breakpoint
CREATE TABLE `commenter_link` (
	`hash` text PRIMARY KEY NOT NULL,
	`commenter_id` integer NOT NULL,
	`comment_id` integer,
	`purpose` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `commenter_link_commenter` ON `commenter_link` (`commenter_id`);--> statement-breakpoint
CREATE TABLE `follow` (
	`commenter_id` integer NOT NULL,
	`comment_id` integer NOT NULL,
	`confirmed_at` integer,
	`ended_at` integer,
	`last_notice_at` integer,
	PRIMARY KEY(`commenter_id`, `comment_id`)
);
--> statement-breakpoint
CREATE INDEX `follow_comment` ON `follow` (`comment_id`);--> statement-breakpoint
CREATE TABLE `mail` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recipient` blob,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`headers` text DEFAULT '{}' NOT NULL,
	`created_at` integer NOT NULL,
	`not_before` integer,
	`sent_at` integer,
	`tries` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `mail_waiting` ON `mail` (`sent_at`,`not_before`);--> statement-breakpoint
CREATE TABLE `spam_word` (
	`word` text PRIMARY KEY NOT NULL,
	`spam` integer DEFAULT 0 NOT NULL,
	`wanted` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `media` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`hash` text NOT NULL,
	`filename` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`sizes` text NOT NULL,
	`colour` text NOT NULL,
	`alt` text DEFAULT '' NOT NULL,
	`caption` text DEFAULT '' NOT NULL,
	`credit` text DEFAULT '' NOT NULL,
	`focal_x` integer DEFAULT 50 NOT NULL,
	`focal_y` integer DEFAULT 50 NOT NULL,
	`uploaded_at` integer NOT NULL,
	`uploaded_by` integer,
	`deleted_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `media_hash_unique` ON `media` (`hash`);--> statement-breakpoint
CREATE INDEX `media_uploaded` ON `media` (`uploaded_at`);--> statement-breakpoint
CREATE TABLE `article` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`section_id` integer NOT NULL,
	`slug` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`working_revision_id` integer,
	`live_revision_id` integer,
	`next_revision_id` integer,
	`next_at` integer,
	`published_at` integer,
	`updated_at` integer,
	`withdrawn_at` integer,
	`deleted_at` integer,
	`comments_open` integer DEFAULT true NOT NULL,
	`comments_close_at` integer,
	`comment_count` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`section_id`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `article_slug_unique` ON `article` (`slug`);--> statement-breakpoint
CREATE INDEX `article_live_in_section` ON `article` (`section_id`,`published_at`,`id`) WHERE live_revision_id is not null and withdrawn_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX `article_live` ON `article` (`published_at`,`id`) WHERE live_revision_id is not null and withdrawn_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX `article_by_state` ON `article` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `article_by_creator` ON `article` (`created_by`,`created_at`);--> statement-breakpoint
CREATE INDEX `article_created` ON `article` (`created_at`);--> statement-breakpoint
CREATE INDEX `article_next` ON `article` (`next_at`);--> statement-breakpoint
CREATE TABLE `article_topic` (
	`article_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`article_id`, `topic_id`),
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `article_topic_topic` ON `article_topic` (`topic_id`,`article_id`);--> statement-breakpoint
CREATE TABLE `article_views` (
	`article_id` integer NOT NULL,
	`day` text NOT NULL,
	`views` integer NOT NULL,
	PRIMARY KEY(`day`, `article_id`),
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `article_views_article` ON `article_views` (`article_id`,`day`);--> statement-breakpoint
CREATE TABLE `byline` (
	`revision_id` integer NOT NULL,
	`position` integer NOT NULL,
	`contributor_id` integer NOT NULL,
	`affiliation` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`revision_id`, `position`),
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contributor_id`) REFERENCES `contributor`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `byline_contributor` ON `byline` (`contributor_id`,`revision_id`);--> statement-breakpoint
CREATE TABLE `change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tag` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `contributor` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`affiliation` text DEFAULT '' NOT NULL,
	`bio` text DEFAULT '' NOT NULL,
	`picture_id` integer,
	`links` text DEFAULT '[]' NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`picture_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contributor_slug_unique` ON `contributor` (`slug`);--> statement-breakpoint
CREATE TABLE `correction` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`text` text NOT NULL,
	`published_at` integer NOT NULL,
	`created_by` integer,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `correction_of_article` ON `correction` (`article_id`,`published_at`);--> statement-breakpoint
CREATE TABLE `imported_thing` (
	`source` text NOT NULL,
	`kind` text NOT NULL,
	`external_id` text NOT NULL,
	`thing_id` integer NOT NULL,
	`source_hash` text NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`imported_at` integer NOT NULL,
	PRIMARY KEY(`source`, `kind`, `external_id`)
);
--> statement-breakpoint
CREATE TABLE `placement` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`section_id` integer,
	`position` integer NOT NULL,
	`article_id` integer NOT NULL,
	`until` integer,
	FOREIGN KEY (`section_id`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `placement_of_page` ON `placement` (`section_id`,`position`);--> statement-breakpoint
CREATE TABLE `redirect` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_path` text NOT NULL,
	`to_path` text,
	`article_id` integer,
	`section_id` integer,
	`topic_id` integer,
	`contributor_id` integer,
	`origin` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contributor_id`) REFERENCES `contributor`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `redirect_from_path_unique` ON `redirect` (`from_path`);--> statement-breakpoint
CREATE TABLE `revision` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`number` integer NOT NULL,
	`kicker` text DEFAULT '' NOT NULL,
	`headline` text NOT NULL,
	`standfirst` text DEFAULT '' NOT NULL,
	`body` text NOT NULL,
	`language` text,
	`word_count` integer DEFAULT 0 NOT NULL,
	`picture_id` integer,
	`picture_alt` text DEFAULT '' NOT NULL,
	`picture_caption` text DEFAULT '' NOT NULL,
	`picture_credit` text DEFAULT '' NOT NULL,
	`social_title` text DEFAULT '' NOT NULL,
	`social_description` text DEFAULT '' NOT NULL,
	`occasion` text DEFAULT 'save' NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` integer,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`picture_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revision_of_article` ON `revision` (`article_id`,`number`);--> statement-breakpoint
CREATE INDEX `revision_picture` ON `revision` (`picture_id`);--> statement-breakpoint
CREATE TABLE `section` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`parent_id` integer,
	`position` integer DEFAULT 0 NOT NULL,
	`moderation` text,
	`retired_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `section_slug_unique` ON `section` (`slug`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `topic` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topic_slug_unique` ON `topic` (`slug`);--> statement-breakpoint
CREATE TABLE `article_note` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`parent_id` integer,
	`passage` text DEFAULT '' NOT NULL,
	`text` text NOT NULL,
	`staff_id` integer,
	`author_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`resolved_at` integer,
	`resolved_by` integer
);
--> statement-breakpoint
CREATE INDEX `article_note_article` ON `article_note` (`article_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `attempt` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempt_recent` ON `attempt` (`kind`,`key`,`at`);--> statement-breakpoint
CREATE INDEX `attempt_at` ON `attempt` (`at`);--> statement-breakpoint
CREATE TABLE `log_entry` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`staff_id` integer,
	`staff_name` text DEFAULT '' NOT NULL,
	`verb` text NOT NULL,
	`thing_kind` text NOT NULL,
	`thing_id` integer,
	`thing_name` text DEFAULT '' NOT NULL,
	`detail` text DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `log_entry_at` ON `log_entry` (`at`);--> statement-breakpoint
CREATE INDEX `log_entry_staff` ON `log_entry` (`staff_id`,`at`);--> statement-breakpoint
CREATE INDEX `log_entry_thing` ON `log_entry` (`thing_kind`,`thing_id`,`at`);--> statement-breakpoint
CREATE TABLE `passkey` (
	`credential_id` text PRIMARY KEY NOT NULL,
	`staff_id` integer NOT NULL,
	`public_key` blob NOT NULL,
	`counter` integer NOT NULL,
	`transports` text DEFAULT '[]' NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `passkey_staff` ON `passkey` (`staff_id`);--> statement-breakpoint
CREATE TABLE `preview_link` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`hash` text NOT NULL,
	`article_id` integer NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`created_by` integer,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `preview_link_hash_unique` ON `preview_link` (`hash`);--> statement-breakpoint
CREATE INDEX `preview_link_article` ON `preview_link` (`article_id`);--> statement-breakpoint
CREATE TABLE `recovery_code` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`staff_id` integer NOT NULL,
	`hash` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recovery_code_hash_unique` ON `recovery_code` (`hash`);--> statement-breakpoint
CREATE INDEX `recovery_code_staff` ON `recovery_code` (`staff_id`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text,
	`password_changed_at` integer,
	`totp_secret` blob,
	`totp_confirmed_at` integer,
	`totp_last_step` integer,
	`contributor_id` integer,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email_unique` ON `staff` (`email`);--> statement-breakpoint
CREATE TABLE `staff_link` (
	`hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`staff_id` integer,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `staff_session` (
	`hash` text PRIMARY KEY NOT NULL,
	`staff_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`device` text DEFAULT '' NOT NULL,
	`second_factor_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `staff_session_staff` ON `staff_session` (`staff_id`);