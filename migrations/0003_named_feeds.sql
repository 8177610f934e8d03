CREATE TABLE `feed_name` (
	`name` text PRIMARY KEY NOT NULL,
	`feed_id` text NOT NULL,
	FOREIGN KEY (`feed_id`) REFERENCES `named_feed`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `named_feed` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`color` text NOT NULL,
	`selection` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`closed_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `named_feed_name_unique` ON `named_feed` (`name`);