-- What was exported and what failed by day, kept by triggers on `runs` in whatever transaction ends a run, so that a page of
-- figures costs a row a day. A history item that is deleted takes nothing away again. Swept after ten weeks.
CREATE TABLE `run_days` (
	`ccid` text NOT NULL,
	`day` text NOT NULL,
	`finished` integer NOT NULL,
	`failed` integer NOT NULL,
	`records` integer NOT NULL,
	`bytes` integer NOT NULL,
	PRIMARY KEY(`ccid`, `day`)
);
--> statement-breakpoint
CREATE INDEX `run_days_day` ON `run_days` (`day`);
--> statement-breakpoint
CREATE INDEX `jobs_next` ON `jobs` (`ccid`,`next_starts_at`,`id`) WHERE next_starts_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `artifacts_expiring` ON `artifacts` (`ccid`,`expires_at`);
--> statement-breakpoint
INSERT INTO `run_days` (`ccid`, `day`, `finished`, `failed`, `records`, `bytes`)
SELECT `ccid`, coalesce(nullif(substr(`view` ->> '$.finishedAt', 1, 10), ''), strftime('%Y-%m-%d', `created_at` / 1000, 'unixepoch')) AS `on`,
	sum(`status` = 'FINISHED'), sum(`status` = 'FAILED'),
	sum(iif(`status` = 'FINISHED', coalesce(`view` ->> '$.detail.recordsExported', 0), 0)), sum(iif(`status` = 'FINISHED', `file_size`, 0))
FROM `runs` WHERE `status` IN ('FINISHED', 'FAILED') GROUP BY `ccid`, `on`;
--> statement-breakpoint
CREATE TRIGGER `runs_by_day_insert` AFTER INSERT ON `runs` WHEN NEW.`status` IN ('FINISHED', 'FAILED')
BEGIN
	INSERT INTO `run_days` (`ccid`, `day`, `finished`, `failed`, `records`, `bytes`)
	VALUES (NEW.`ccid`, coalesce(nullif(substr(NEW.`view` ->> '$.finishedAt', 1, 10), ''), strftime('%Y-%m-%d', NEW.`created_at` / 1000, 'unixepoch')),
		NEW.`status` = 'FINISHED', NEW.`status` = 'FAILED',
		iif(NEW.`status` = 'FINISHED', coalesce(NEW.`view` ->> '$.detail.recordsExported', 0), 0), iif(NEW.`status` = 'FINISHED', NEW.`file_size`, 0))
	ON CONFLICT (`ccid`, `day`) DO UPDATE SET `finished` = `finished` + excluded.`finished`, `failed` = `failed` + excluded.`failed`,
		`records` = `records` + excluded.`records`, `bytes` = `bytes` + excluded.`bytes`;
END;
--> statement-breakpoint
CREATE TRIGGER `runs_by_day_update` AFTER UPDATE OF `status` ON `runs`
WHEN NEW.`status` IN ('FINISHED', 'FAILED') AND OLD.`status` IS NOT NEW.`status`
BEGIN
	INSERT INTO `run_days` (`ccid`, `day`, `finished`, `failed`, `records`, `bytes`)
	VALUES (NEW.`ccid`, coalesce(nullif(substr(NEW.`view` ->> '$.finishedAt', 1, 10), ''), strftime('%Y-%m-%d', NEW.`created_at` / 1000, 'unixepoch')),
		NEW.`status` = 'FINISHED', NEW.`status` = 'FAILED',
		iif(NEW.`status` = 'FINISHED', coalesce(NEW.`view` ->> '$.detail.recordsExported', 0), 0), iif(NEW.`status` = 'FINISHED', NEW.`file_size`, 0))
	ON CONFLICT (`ccid`, `day`) DO UPDATE SET `finished` = `finished` + excluded.`finished`, `failed` = `failed` + excluded.`failed`,
		`records` = `records` + excluded.`records`, `bytes` = `bytes` + excluded.`bytes`;
END;
