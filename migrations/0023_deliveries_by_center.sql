-- What webhooks were told is found by its contact center: for its lists, and when a contact center is removed.
DROP INDEX `deliveries_event`;
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_event` ON `deliveries` (`ccid`, `webhook`, `event_id`);
--> statement-breakpoint
CREATE INDEX `deliveries_list` ON `deliveries` (`ccid`, `webhook`, `id`);
