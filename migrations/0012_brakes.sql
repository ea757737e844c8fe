-- Wrong sign-ins in a row, by SHA-256 of what they were tried at: a name, an OAuth client, an address.
CREATE TABLE `brakes` (
	`key` text PRIMARY KEY NOT NULL,
	`wrong` integer NOT NULL,
	`open` integer NOT NULL,
	`failed_at` integer NOT NULL,
	`tried_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `brakes_tried` ON `brakes` (`tried_at`);
--> statement-breakpoint
-- From where a name signed in, for 30 days: by SHA-256 of name and address.
CREATE TABLE `known_places` (
	`key` text PRIMARY KEY NOT NULL,
	`used_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `known_places_used` ON `known_places` (`used_at`);
