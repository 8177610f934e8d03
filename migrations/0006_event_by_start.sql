DROP INDEX `event_by_start`;--> statement-breakpoint
CREATE INDEX `event_by_start` ON `event` (`start`,`uid`,`end`,`state`,`body`);