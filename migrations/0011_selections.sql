-- Rows of a list that somebody has seen counted and is about to act on: ids or names, 1,000 at most, for ten minutes. Swept
-- once their time is over.
CREATE TABLE `selections` (
	`id` text PRIMARY KEY NOT NULL,
	`ccid` text NOT NULL,
	`owner` text NOT NULL,
	`list` text NOT NULL,
	`rows` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `selections_owner` ON `selections` (`ccid`,`owner`,`expires_at`);
--> statement-breakpoint
CREATE INDEX `selections_expiry` ON `selections` (`expires_at`);
