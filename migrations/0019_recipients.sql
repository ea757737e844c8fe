-- Several certificates a contact center, of which one is the primary one: what was on file is that.
CREATE TABLE `recipients` (
	`ccid` text NOT NULL,
	`fingerprint` text NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`der` blob NOT NULL,
	`subject` text NOT NULL,
	`not_before` integer NOT NULL,
	`not_after` integer NOT NULL,
	`uploaded_at` integer NOT NULL,
	`is_primary` integer NOT NULL,
	PRIMARY KEY(`ccid`, `fingerprint`)
);
--> statement-breakpoint
INSERT INTO `recipients` SELECT `ccid`, `fingerprint`, `name`, `size`, `der`, `subject`, `not_before`, `not_after`, `uploaded_at`, 1 FROM `certificates`;
--> statement-breakpoint
DROP TABLE `certificates`;
--> statement-breakpoint
ALTER TABLE `recipients` RENAME TO `certificates`;
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_primary` ON `certificates` (`ccid`) WHERE is_primary = 1;
