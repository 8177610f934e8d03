ALTER TABLE `event` ADD `written` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `event_by_written` ON `event` (`written`);