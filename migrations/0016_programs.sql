-- When a sign-in of a program began, when it was last used, and whether its user let it in with a browser: what the list of one's own
-- programs shows. Of those from before, a program without a secret has been let in by nothing else.
ALTER TABLE `token_families` ADD COLUMN `began_at` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `token_families` ADD COLUMN `used_at` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `token_families` ADD COLUMN `by_consent` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- They end 90 days after they began, and 30 after their last use.
UPDATE `token_families` SET
	`began_at` = `ends_at` - 7776000000,
	`used_at` = `expires_at` - 2592000000,
	`by_consent` = `client_id` IN (SELECT `id` FROM `clients` WHERE `public` = 1);
--> statement-breakpoint
-- Codes of a user, which end with what the user takes back.
CREATE INDEX `authorization_codes_user` ON `authorization_codes` (`ccid`,`user_name`);
