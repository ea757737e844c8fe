-- A sign-in's refresh tokens are one family: a token that was used before ends it. Of tokens only their SHA-256 is kept. Those from
-- before this have no family: whoever has one signs in again.
DROP TABLE `refresh_tokens`;
--> statement-breakpoint
CREATE TABLE `token_families` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`ccid` text NOT NULL,
	`client_id` text NOT NULL,
	`user_name` text NOT NULL,
	`sid` text NOT NULL,
	`auth_time` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `token_families_user` ON `token_families` (`ccid`,`user_name`);
--> statement-breakpoint
CREATE INDEX `token_families_expiry` ON `token_families` (`expires_at`);
--> statement-breakpoint
-- Access tokens that were called back, by their own id or that of their family, until they would have expired.
CREATE TABLE `revoked` (
	`key` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `revoked_expiry` ON `revoked` (`expires_at`);
