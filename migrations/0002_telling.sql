CREATE TABLE `digest` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`kind` text NOT NULL,
	`until_change` integer NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `digest_by_kind` ON `digest` (`kind`,`id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`by` text NOT NULL,
	`letter` text NOT NULL,
	`due_at` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`claimed_at` text,
	`handed_over_at` text,
	`sent_at` text,
	`why` text,
	`given_up_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_by_name` ON `outbox` (`name`);--> statement-breakpoint
CREATE INDEX `outbox_by_due` ON `outbox` (`sent_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`author` text NOT NULL,
	`title` text NOT NULL,
	`reading` text NOT NULL,
	`applied_at` text,
	`action_id` integer
);
--> statement-breakpoint
CREATE TABLE `taken_over` (
	`key` text PRIMARY KEY NOT NULL,
	`uid` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `told_incident` (
	`name` text PRIMARY KEY NOT NULL,
	`seen_at` text NOT NULL,
	`told_at` text
);
