CREATE TABLE `access_key` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`until` text,
	`revoked_at` text,
	`last_used_at` text
);
--> statement-breakpoint
CREATE TABLE `answered` (
	`name` text PRIMARY KEY NOT NULL,
	`asked` text NOT NULL,
	`status` integer NOT NULL,
	`headers` text NOT NULL,
	`body` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `attempt` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`origin` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempt_by_origin` ON `attempt` (`origin`,`at`);--> statement-breakpoint
CREATE INDEX `attempt_by_at` ON `attempt` (`at`);--> statement-breakpoint
CREATE TABLE `review_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`review` text NOT NULL,
	`answer` text NOT NULL,
	`author` text NOT NULL,
	`at` text NOT NULL,
	`undone_at` text
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`key_id` text NOT NULL,
	`csrf` text NOT NULL,
	`created_at` text NOT NULL,
	`ends_at` text NOT NULL,
	FOREIGN KEY (`key_id`) REFERENCES `access_key`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_by_action` ON `change` (`action_id`);