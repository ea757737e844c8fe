-- What compaction of a contact center's records did, by month, as `work` has it of all else: a kind of its own there the version before would not read.
CREATE TABLE `compaction_work` (
	`ccid` text NOT NULL,
	`month` text NOT NULL,
	`invocations` integer NOT NULL,
	`milliseconds` integer NOT NULL,
	`d1_rows_read` integer NOT NULL,
	`d1_rows_written` integer NOT NULL,
	`r2_class_a` integer NOT NULL,
	`r2_class_b` integer NOT NULL,
	`queue_operations` integer NOT NULL,
	`object_requests` integer NOT NULL,
	PRIMARY KEY(`ccid`, `month`)
);
