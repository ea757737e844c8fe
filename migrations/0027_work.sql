-- What was done for each contact center by month and for what, as it is billed.
CREATE TABLE `work` (
	`ccid` text NOT NULL,
	`month` text NOT NULL,
	`kind` text NOT NULL,
	`invocations` integer NOT NULL,
	`milliseconds` integer NOT NULL,
	`d1_rows_read` integer NOT NULL,
	`d1_rows_written` integer NOT NULL,
	`r2_class_a` integer NOT NULL,
	`r2_class_b` integer NOT NULL,
	`queue_operations` integer NOT NULL,
	`object_requests` integer NOT NULL,
	PRIMARY KEY(`ccid`, `month`, `kind`)
);
--> statement-breakpoint
-- What a contact center wants to spend in a month, US dollars, and what it was last told of it.
CREATE TABLE `budgets` (
	`ccid` text PRIMARY KEY NOT NULL,
	`dollars` real NOT NULL,
	`told_month` text NOT NULL,
	`told_percent` integer NOT NULL
);
