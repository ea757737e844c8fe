-- Codes that a program changes for tokens, of which the SHA-256 is kept. One that was used stays for a while, with the family of tokens that
-- came of it: used again, it ends them.
CREATE TABLE `authorization_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`ccid` text NOT NULL,
	`user_name` text NOT NULL,
	`client_id` text NOT NULL,
	`redirect_uri` text NOT NULL,
	`challenge` text NOT NULL,
	`openid` integer NOT NULL,
	`nonce` text,
	`auth_time` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`family_id` text
);
--> statement-breakpoint
CREATE INDEX `authorization_codes_expiry` ON `authorization_codes` (`expires_at`);
--> statement-breakpoint
ALTER TABLE `clients` ADD COLUMN `redirect_uris` text DEFAULT '[]' NOT NULL;
--> statement-breakpoint
UPDATE `clients` SET `redirect_uris` = '["http://127.0.0.1/callback","http://[::1]/callback"]' WHERE `id` = 'udm' AND `public` = 1;
