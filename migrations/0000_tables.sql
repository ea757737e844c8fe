CREATE TABLE `artifacts` (
	`name` text NOT NULL,
	`ccid` text NOT NULL,
	`key` text NOT NULL,
	`job_id` integer NOT NULL,
	`history_id` integer NOT NULL,
	`job_title` text NOT NULL,
	`job_title_folded` text NOT NULL,
	`type` text NOT NULL,
	`source` text NOT NULL,
	`volume` integer NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`ccid`, `name`)
);
--> statement-breakpoint
CREATE INDEX `artifacts_by_run` ON `artifacts` (`ccid`,`history_id`,`volume`);--> statement-breakpoint
CREATE INDEX `artifacts_by_job` ON `artifacts` (`ccid`,`job_id`,`history_id`,`volume`);--> statement-breakpoint
CREATE INDEX `artifacts_expiry` ON `artifacts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `certificates` (
	`ccid` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`der` blob NOT NULL,
	`subject` text NOT NULL,
	`fingerprint` text NOT NULL,
	`not_before` integer NOT NULL,
	`not_after` integer NOT NULL,
	`uploaded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `change_numbers` (
	`ccid` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `clients` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`ccid` text NOT NULL,
	`roles` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `counters` (
	`ccid` text NOT NULL,
	`kind` integer NOT NULL,
	`entity` integer NOT NULL,
	`media` text NOT NULL,
	`day` integer NOT NULL,
	`records` integer NOT NULL,
	`bytes` integer NOT NULL,
	PRIMARY KEY(`ccid`, `kind`, `entity`, `media`, `day`)
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY NOT NULL,
	`ccid` text NOT NULL,
	`version` integer NOT NULL,
	`type` text NOT NULL,
	`export_type` text NOT NULL,
	`source` text NOT NULL,
	`title` text NOT NULL,
	`title_folded` text NOT NULL,
	`schedule_type` text NOT NULL,
	`suspended` integer NOT NULL,
	`status` text NOT NULL,
	`file_name` text NOT NULL,
	`file_name_folded` text NOT NULL,
	`file_size` integer NOT NULL,
	`progress` integer NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`next_starts_at` integer,
	`view` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `jobs_by_center` ON `jobs` (`ccid`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`next_starts_at`);--> statement-breakpoint
CREATE TABLE `records` (
	`n` integer PRIMARY KEY NOT NULL,
	`ccid` text NOT NULL,
	`kind` integer NOT NULL,
	`id` text NOT NULL,
	`owner` text NOT NULL,
	`entity` integer,
	`media` text,
	`date` integer,
	`change` integer NOT NULL,
	`size` integer NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `records_key` ON `records` (`ccid`,`kind`,`id`);--> statement-breakpoint
CREATE INDEX `records_page` ON `records` (`ccid`,`kind`,`entity`,`date`,`owner`,`id`);--> statement-breakpoint
CREATE INDEX `records_owner` ON `records` (`ccid`,`kind`,`owner`);--> statement-breakpoint
CREATE TABLE `refresh_tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`ccid` text NOT NULL,
	`client_id` text NOT NULL,
	`user_name` text,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `refresh_tokens_expiry` ON `refresh_tokens` (`expires_at`);--> statement-breakpoint
CREATE TABLE `runs` (
	`id` integer PRIMARY KEY NOT NULL,
	`ccid` text NOT NULL,
	`job_id` integer NOT NULL,
	`version` integer NOT NULL,
	`type` text NOT NULL,
	`source` text NOT NULL,
	`title` text NOT NULL,
	`title_folded` text NOT NULL,
	`status` text NOT NULL,
	`file_name` text NOT NULL,
	`file_name_folded` text NOT NULL,
	`file_size` integer NOT NULL,
	`progress` integer NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`view` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `runs_by_center` ON `runs` (`ccid`,`id`);--> statement-breakpoint
CREATE INDEX `runs_by_job` ON `runs` (`ccid`,`job_id`,`id`);--> statement-breakpoint
CREATE TABLE `sequences` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `users` (
	`name` text PRIMARY KEY NOT NULL,
	`ccid` text NOT NULL,
	`password_hash` text NOT NULL,
	`roles` text NOT NULL,
	`created_at` integer NOT NULL
);
