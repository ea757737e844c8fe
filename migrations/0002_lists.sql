-- `run_counts` and `job_counts` are kept equal to a count of `runs` and `jobs` in whatever transaction writes them, so
-- that a list's `count` costs a few rows. `run_counts` has each run twice: under its job, and under job 0 for the center.
CREATE TABLE `run_counts` (
	`ccid` text NOT NULL,
	`job_id` integer NOT NULL,
	`type` text NOT NULL,
	`status` text NOT NULL,
	`source` text NOT NULL,
	`runs` integer NOT NULL,
	PRIMARY KEY(`ccid`, `job_id`, `type`, `status`, `source`)
);
--> statement-breakpoint
CREATE TABLE `job_counts` (
	`ccid` text NOT NULL,
	`type` text NOT NULL,
	`source` text NOT NULL,
	`schedule_type` text NOT NULL,
	`suspended` integer NOT NULL,
	`jobs` integer NOT NULL,
	PRIMARY KEY(`ccid`, `type`, `source`, `schedule_type`, `suspended`)
);
--> statement-breakpoint
CREATE TABLE `seen_keys` (
	`ccid` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	PRIMARY KEY(`ccid`, `kind`, `name`)
);
--> statement-breakpoint
INSERT INTO `run_counts` SELECT `ccid`, `job_id`, `type`, `status`, `source`, count(*) FROM `runs` GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
INSERT INTO `run_counts` SELECT `ccid`, 0, `type`, `status`, `source`, count(*) FROM `runs` GROUP BY 1, 3, 4, 5;
--> statement-breakpoint
INSERT INTO `job_counts` SELECT `ccid`, `type`, `source`, `schedule_type`, `suspended`, count(*) FROM `jobs` GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
CREATE TRIGGER `runs_counted_insert` AFTER INSERT ON `runs`
BEGIN
	INSERT INTO `run_counts` (`ccid`, `job_id`, `type`, `status`, `source`, `runs`)
	VALUES (NEW.`ccid`, NEW.`job_id`, NEW.`type`, NEW.`status`, NEW.`source`, 1), (NEW.`ccid`, 0, NEW.`type`, NEW.`status`, NEW.`source`, 1)
	ON CONFLICT (`ccid`, `job_id`, `type`, `status`, `source`) DO UPDATE SET `runs` = `runs` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_counted_delete` AFTER DELETE ON `runs`
BEGIN
	UPDATE `run_counts` SET `runs` = `runs` - 1
	WHERE `ccid` = OLD.`ccid` AND `job_id` IN (0, OLD.`job_id`) AND `type` = OLD.`type` AND `status` = OLD.`status` AND `source` = OLD.`source`;
	DELETE FROM `run_counts`
	WHERE `ccid` = OLD.`ccid` AND `job_id` IN (0, OLD.`job_id`) AND `type` = OLD.`type` AND `status` = OLD.`status` AND `source` = OLD.`source` AND `runs` = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_counted_update` AFTER UPDATE OF `ccid`, `job_id`, `type`, `status`, `source` ON `runs`
WHEN OLD.`status` IS NOT NEW.`status` OR OLD.`type` IS NOT NEW.`type` OR OLD.`source` IS NOT NEW.`source`
	OR OLD.`job_id` IS NOT NEW.`job_id` OR OLD.`ccid` IS NOT NEW.`ccid`
BEGIN
	UPDATE `run_counts` SET `runs` = `runs` - 1
	WHERE `ccid` = OLD.`ccid` AND `job_id` IN (0, OLD.`job_id`) AND `type` = OLD.`type` AND `status` = OLD.`status` AND `source` = OLD.`source`;
	DELETE FROM `run_counts`
	WHERE `ccid` = OLD.`ccid` AND `job_id` IN (0, OLD.`job_id`) AND `type` = OLD.`type` AND `status` = OLD.`status` AND `source` = OLD.`source` AND `runs` = 0;
	INSERT INTO `run_counts` (`ccid`, `job_id`, `type`, `status`, `source`, `runs`)
	VALUES (NEW.`ccid`, NEW.`job_id`, NEW.`type`, NEW.`status`, NEW.`source`, 1), (NEW.`ccid`, 0, NEW.`type`, NEW.`status`, NEW.`source`, 1)
	ON CONFLICT (`ccid`, `job_id`, `type`, `status`, `source`) DO UPDATE SET `runs` = `runs` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `jobs_counted_insert` AFTER INSERT ON `jobs`
BEGIN
	INSERT INTO `job_counts` (`ccid`, `type`, `source`, `schedule_type`, `suspended`, `jobs`)
	VALUES (NEW.`ccid`, NEW.`type`, NEW.`source`, NEW.`schedule_type`, NEW.`suspended`, 1)
	ON CONFLICT (`ccid`, `type`, `source`, `schedule_type`, `suspended`) DO UPDATE SET `jobs` = `jobs` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `jobs_counted_delete` AFTER DELETE ON `jobs`
BEGIN
	UPDATE `job_counts` SET `jobs` = `jobs` - 1
	WHERE `ccid` = OLD.`ccid` AND `type` = OLD.`type` AND `source` = OLD.`source` AND `schedule_type` = OLD.`schedule_type` AND `suspended` = OLD.`suspended`;
	DELETE FROM `job_counts`
	WHERE `ccid` = OLD.`ccid` AND `type` = OLD.`type` AND `source` = OLD.`source` AND `schedule_type` = OLD.`schedule_type` AND `suspended` = OLD.`suspended` AND `jobs` = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `jobs_counted_update` AFTER UPDATE OF `ccid`, `type`, `source`, `schedule_type`, `suspended` ON `jobs`
WHEN OLD.`suspended` IS NOT NEW.`suspended` OR OLD.`type` IS NOT NEW.`type` OR OLD.`source` IS NOT NEW.`source`
	OR OLD.`schedule_type` IS NOT NEW.`schedule_type` OR OLD.`ccid` IS NOT NEW.`ccid`
BEGIN
	UPDATE `job_counts` SET `jobs` = `jobs` - 1
	WHERE `ccid` = OLD.`ccid` AND `type` = OLD.`type` AND `source` = OLD.`source` AND `schedule_type` = OLD.`schedule_type` AND `suspended` = OLD.`suspended`;
	DELETE FROM `job_counts`
	WHERE `ccid` = OLD.`ccid` AND `type` = OLD.`type` AND `source` = OLD.`source` AND `schedule_type` = OLD.`schedule_type` AND `suspended` = OLD.`suspended` AND `jobs` = 0;
	INSERT INTO `job_counts` (`ccid`, `type`, `source`, `schedule_type`, `suspended`, `jobs`)
	VALUES (NEW.`ccid`, NEW.`type`, NEW.`source`, NEW.`schedule_type`, NEW.`suspended`, 1)
	ON CONFLICT (`ccid`, `type`, `source`, `schedule_type`, `suspended`) DO UPDATE SET `jobs` = `jobs` + 1;
END;
--> statement-breakpoint
-- The narrow rows that "contains" filters and orders without an index of their own see: no answer (`view`) is read there.
DROP INDEX `runs_by_center`;
--> statement-breakpoint
CREATE INDEX `runs_narrow` ON `runs` (`ccid`, `id`, `job_id`, `type`, `status`, `source`, `created_at`, `started_at`, `file_size`, `title_folded`, `file_name_folded`);
--> statement-breakpoint
CREATE INDEX `runs_by_created` ON `runs` (`ccid`, `created_at`, `id`);
--> statement-breakpoint
CREATE INDEX `runs_by_kind` ON `runs` (`ccid`, `type`, `status`, `id`);
--> statement-breakpoint
CREATE INDEX `runs_by_kind_created` ON `runs` (`ccid`, `type`, `status`, `created_at`, `id`);
--> statement-breakpoint
CREATE INDEX `runs_by_job_created` ON `runs` (`ccid`, `job_id`, `created_at`, `id`);
--> statement-breakpoint
CREATE INDEX `runs_by_job_kind` ON `runs` (`ccid`, `job_id`, `type`, `status`, `id`);
--> statement-breakpoint
CREATE INDEX `runs_by_job_kind_created` ON `runs` (`ccid`, `job_id`, `type`, `status`, `created_at`, `id`);
--> statement-breakpoint
DROP INDEX `jobs_by_center`;
--> statement-breakpoint
CREATE INDEX `jobs_narrow` ON `jobs` (`ccid`, `id`, `type`, `source`, `schedule_type`, `suspended`, `status`, `created_at`, `started_at`, `file_size`, `title_folded`, `file_name_folded`);
