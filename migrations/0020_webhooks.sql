-- Where a contact center is told what happens: to one job, or to all. Secrets are wrapped under WRAP_KEYS.
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`ccid` text NOT NULL,
	`job_id` integer,
	`url` text NOT NULL,
	`events` text NOT NULL,
	`secret` text NOT NULL,
	`previous_secret` text,
	`previous_until` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`failing_since` integer,
	`disabled_at` integer,
	`disabled_by` text
);
--> statement-breakpoint
CREATE INDEX `webhooks_by_center` ON `webhooks` (`ccid`, `created_at`);
--> statement-breakpoint
-- What is to be told to whom: written in the transaction that shows what happened, and once for each event. Swept after 40 days.
CREATE TABLE `deliveries` (
	`id` integer PRIMARY KEY NOT NULL,
	`webhook` text NOT NULL,
	`event_id` text NOT NULL,
	`ccid` text NOT NULL,
	`job_id` integer NOT NULL,
	`event` text NOT NULL,
	`data` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`next_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`first_tried_at` integer,
	`last_tried_at` integer,
	`status` integer,
	`answer` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_event` ON `deliveries` (`webhook`, `event_id`);
--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`next_at`) WHERE state = 'waiting';
--> statement-breakpoint
CREATE INDEX `deliveries_in_order` ON `deliveries` (`webhook`, `job_id`, `id`) WHERE state = 'waiting';
--> statement-breakpoint
CREATE INDEX `deliveries_age` ON `deliveries` (`at`);
