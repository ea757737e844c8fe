-- The person behind a client or API key: who created it, or, where that was a client or key itself, the person behind that one.
ALTER TABLE `clients` ADD COLUMN `maker` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `api_keys` ADD COLUMN `maker` text DEFAULT '' NOT NULL;
--> statement-breakpoint
UPDATE `clients` SET `maker` = `created_by`;
--> statement-breakpoint
UPDATE `api_keys` SET `maker` = `created_by`;
