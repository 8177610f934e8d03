CREATE TABLE `remembered` (
	`uid` text PRIMARY KEY NOT NULL,
	`memory` text NOT NULL,
	`revision` integer NOT NULL,
	`modified_at` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `remembered` SELECT `uid`, `memory`, `revision`, `modified_at`, `hash` FROM `event`;--> statement-breakpoint
DELETE FROM `meta` WHERE `name` = 'rendering';--> statement-breakpoint
ALTER TABLE `event` DROP COLUMN `memory`;--> statement-breakpoint
ALTER TABLE `event` DROP COLUMN `hash`;
