-- Records lie in the objects of RecordStore (durable/README.md): what D1 had of them goes, triggers and indexes with their tables.
DROP TABLE `records`;
--> statement-breakpoint
DROP TABLE `counters`;
--> statement-breakpoint
DROP TABLE `change_numbers`;
--> statement-breakpoint
DROP TABLE `media_types`;
--> statement-breakpoint
-- Which contact centers have had records, for retention.
CREATE TABLE `record_centers` (
	`ccid` text PRIMARY KEY NOT NULL
);
