-- Jobs in progress: the Cron Trigger asks whether their objects still work. Few at any time.
CREATE INDEX `jobs_active` ON `jobs` (`id`) WHERE `status` IN ('QUEUED', 'IN_PROGRESS');
--> statement-breakpoint
-- Incremental exports read records in the order of their change numbers.
CREATE INDEX `records_change` ON `records` (`ccid`, `kind`, `entity`, `change`);
--> statement-breakpoint
-- Where the hourly sweep for orphaned objects stopped.
CREATE TABLE `sweeps` (
	`prefix` text PRIMARY KEY NOT NULL,
	`until` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `artifacts_key` ON `artifacts` (`key`);
