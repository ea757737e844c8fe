-- Browser sessions, by SHA-256 of the cookie's token. `expires_at` grows with use, up to `ends_at`.
CREATE TABLE `sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`ccid` text NOT NULL,
	`user_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer NOT NULL,
	`auth_time` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`address` text NOT NULL,
	`user_agent` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`ccid`,`user_name`,`created_at`);
--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);
