CREATE TABLE `action` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`sentence` text NOT NULL,
	`undo` text,
	`undone_at` text
);
--> statement-breakpoint
CREATE TABLE `change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`uid` text NOT NULL,
	`entry` text NOT NULL,
	`run_id` integer,
	`action_id` integer,
	FOREIGN KEY (`run_id`) REFERENCES `run`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `action`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_by_uid` ON `change` (`uid`);--> statement-breakpoint
CREATE INDEX `change_by_at` ON `change` (`at`);--> statement-breakpoint
CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`undone_at` text,
	`decision` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `edit` (
	`id` text PRIMARY KEY NOT NULL,
	`uid` text NOT NULL,
	`undone_at` text,
	`edit` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `edit_by_uid` ON `edit` (`uid`);--> statement-breakpoint
CREATE TABLE `event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`slug` text NOT NULL,
	`body` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`status` text NOT NULL,
	`start` text,
	`end` text,
	`precision` text,
	`event` text NOT NULL,
	`memory` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`modified_at` text NOT NULL,
	`hash` text NOT NULL,
	`vevent` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_by_uid` ON `event` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `event_by_slug` ON `event` (`slug`);--> statement-breakpoint
CREATE INDEX `event_by_start` ON `event` (`start`,`uid`);--> statement-breakpoint
CREATE INDEX `event_by_end` ON `event` (`end`);--> statement-breakpoint
CREATE TABLE `listing` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`missing_since` text,
	`stored` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `listing_by_source` ON `listing` (`source_id`);--> statement-breakpoint
CREATE TABLE `feed_stamp` (
	`address` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`changed_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `lease` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `meta` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `issue` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`run_id` integer NOT NULL,
	`sentence` text NOT NULL,
	`url` text,
	`printed` text,
	FOREIGN KEY (`run_id`) REFERENCES `run`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `issue_by_run` ON `issue` (`run_id`);--> statement-breakpoint
CREATE TABLE `page` (
	`source_id` text NOT NULL,
	`url` text NOT NULL,
	`final_url` text NOT NULL,
	`etag` text,
	`last_modified` text,
	`content_type` text NOT NULL,
	`charset` text,
	`snapshot` text,
	`truncated` integer DEFAULT false NOT NULL,
	`fetched_at` text NOT NULL,
	`failing_since` text,
	PRIMARY KEY(`source_id`, `url`),
	FOREIGN KEY (`snapshot`) REFERENCES `snapshot`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `run` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source_id` text NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text NOT NULL,
	`outcome` text NOT NULL,
	`sentence` text,
	`counts` text NOT NULL,
	`refused` text,
	`answer` text
);
--> statement-breakpoint
CREATE INDEX `run_by_source` ON `run` (`source_id`,`id`);--> statement-breakpoint
CREATE TABLE `snapshot` (
	`sha256` text PRIMARY KEY NOT NULL,
	`body` blob NOT NULL,
	`bytes` integer NOT NULL,
	`received_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `source` (
	`id` text PRIMARY KEY NOT NULL,
	`next_visit_at` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`failing_since` text,
	`paused_at` text,
	`paused_why` text,
	`accepted_input` text,
	`last_run_at` text,
	`last_success_at` text
);
