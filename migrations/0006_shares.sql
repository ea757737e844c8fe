-- Jobs and history items that were deleted, so that a projection that comes late brings none of them back. Ids never come
-- twice. Swept a week later, when no call can still be under way.
CREATE TABLE `removed` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
-- What the operator allows a contact center otherwise than by default; NULL is the default.
CREATE TABLE `limits` (
	`ccid` text PRIMARY KEY NOT NULL,
	`runs` integer,
	`jobs` integer,
	`history_items` integer,
	`history_days` integer,
	`record_bytes` integer
);
