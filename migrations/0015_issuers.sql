-- Issuers outside of this service whose tokens a contact center accepts. Their `client_secret` is wrapped under WRAP_KEYS.
CREATE TABLE `issuers` (
	`id` text PRIMARY KEY NOT NULL,
	`ccid` text NOT NULL,
	`name` text NOT NULL,
	`issuer` text NOT NULL,
	`audience` text NOT NULL,
	`jwks` text,
	`algorithms` text NOT NULL,
	`claims` text NOT NULL,
	`role_names` text NOT NULL,
	`client_id` text,
	`client_secret` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `issuers_by_audience` ON `issuers` (`issuer`,`audience`);
--> statement-breakpoint
CREATE INDEX `issuers_by_center` ON `issuers` (`ccid`);
--> statement-breakpoint
-- What was read of other services, so that not every isolate asks for it: their keys and where their endpoints are.
CREATE TABLE `outside_documents` (
	`url` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`read_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outside_documents_read` ON `outside_documents` (`read_at`);
--> statement-breakpoint
-- Users who came from an outside issuer, and how it names them for good. They have no password.
ALTER TABLE `users` ADD COLUMN `issuer` text;
--> statement-breakpoint
ALTER TABLE `users` ADD COLUMN `issuer_subject` text;
