-- Two contact centers may each have a user of one name. `local` marks the demonstration user of local development, whose password
-- may be what others may not. A password hash is empty while its user is invited.
CREATE TABLE `users_of_centers` (
	`ccid` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`password_hash` text NOT NULL,
	`password_changed_at` integer,
	`roles` text NOT NULL,
	`disabled` integer DEFAULT 0 NOT NULL,
	`local` integer DEFAULT 0 NOT NULL,
	`notices` text DEFAULT '[]' NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`ccid`, `name`)
);
--> statement-breakpoint
INSERT INTO `users_of_centers` (`ccid`, `name`, `name_folded`, `password_hash`, `roles`, `local`, `created_at`)
	SELECT `ccid`, `name`, lower(`name`), `password_hash`, `roles`, `ccid` = 'demo' AND `name` = 'demo', `created_at` FROM `users`;
--> statement-breakpoint
DROP TABLE `users`;--> statement-breakpoint
ALTER TABLE `users_of_centers` RENAME TO `users`;--> statement-breakpoint
CREATE INDEX `users_by_name` ON `users` (`name`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`hash` text PRIMARY KEY NOT NULL,
	`ccid` text NOT NULL,
	`user_name` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `invitations_by_user` ON `invitations` (`ccid`, `user_name`);--> statement-breakpoint
CREATE INDEX `invitations_expiry` ON `invitations` (`expires_at`);--> statement-breakpoint
-- `platform` marks a client that signs in users of every center. The one that everybody may use has no secret, and is the command line.
ALTER TABLE `clients` ADD COLUMN `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD COLUMN `name_folded` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD COLUMN `platform` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD COLUMN `public` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD COLUMN `created_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `clients` SET `name` = `id`, `name_folded` = lower(`id`), `platform` = `ccid` = 'demo' AND `id` = 'demo';--> statement-breakpoint
CREATE UNIQUE INDEX `clients_by_name` ON `clients` (`ccid`, `name`);--> statement-breakpoint
INSERT INTO `clients` (`id`, `secret_hash`, `ccid`, `roles`, `created_at`, `name`, `name_folded`, `platform`, `public`)
	VALUES ('udm', '', '', '[]', 0, 'udm', 'udm', 1, 1) ON CONFLICT DO NOTHING;
--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`ccid` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`roles` text,
	`last_used_at` integer,
	`expires_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_by_hash` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_by_name` ON `api_keys` (`ccid`, `name`);--> statement-breakpoint
CREATE TABLE `center_settings` (
	`ccid` text PRIMARY KEY NOT NULL,
	`require_api_key` integer DEFAULT 0 NOT NULL,
	`cipher_by_administrators_only` integer DEFAULT 0 NOT NULL,
	`second_factor` text DEFAULT '[]' NOT NULL
);
