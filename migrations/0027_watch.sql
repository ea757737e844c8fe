-- What happened by contact center and month, for metrics and what a month costs: kept by triggers on `runs` in whatever transaction
-- shows it. "" stands for the whole deployment. A history item that is deleted takes nothing away again.
CREATE TABLE `tallies` (
	`ccid` text NOT NULL,
	`month` text NOT NULL,
	`what` text NOT NULL,
	`code` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`ccid`, `month`, `what`, `code`)
);
--> statement-breakpoint
-- What the operator was told that is wrong, until it was told that it is well again.
CREATE TABLE `alerts` (
	`name` text NOT NULL,
	`subject` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`name`, `subject`)
);
--> statement-breakpoint
CREATE INDEX `jobs_failed` ON `jobs` (`id`) WHERE status = 'FAILED';
--> statement-breakpoint
CREATE TRIGGER `tallies_end_insert` AFTER INSERT ON `runs` WHEN NEW.`status` IN ('FINISHED', 'FAILED', 'CANCELLED', 'SKIPPED')
BEGIN
	INSERT INTO `tallies` (`ccid`, `month`, `what`, `code`, `n`)
	SELECT NEW.`ccid`, coalesce(nullif(substr(NEW.`view` ->> '$.finishedAt', 1, 7), ''), strftime('%Y-%m', NEW.`created_at` / 1000, 'unixepoch')), `what`, `code`, `n` FROM (
		SELECT 'run' AS `what`, NEW.`status` AS `code`, 1 AS `n`
		UNION ALL SELECT 'run-ms', '', CAST(coalesce(round((julianday(nullif(NEW.`view` ->> '$.finishedAt', '')) - 2440587.5) * 86400000) - NEW.`started_at`, 0) AS INTEGER)
		UNION ALL SELECT 'records', '', iif(NEW.`status` = 'FINISHED', coalesce(NEW.`view` ->> '$.detail.recordsExported', 0), 0)
		UNION ALL SELECT 'bytes', '', iif(NEW.`status` = 'FINISHED', NEW.`file_size`, 0)
		UNION ALL SELECT 'failure', coalesce((SELECT `value` FROM json_each('["r2-unavailable","r2-10007","r2-10011","r2-10024","r2-10025","r2-10048","r2-other","d1-overloaded","d1-reset","d1-network","d1-full","d1-sql","d1-other","object-overloaded","object-reset","queue","platform","network","timeout","aborted","limits","lease-lost","volume-spoiled","snapshot-gone","run-failure","record-unreadable","source-replaced","shape","defect","unknown"]')
			WHERE instr(coalesce(NEW.`view` ->> '$.detail.reason', ''), '(' || `value` || ')') > 0), 'other'), NEW.`status` = 'FAILED'
	) WHERE `n` > 0
	ON CONFLICT (`ccid`, `month`, `what`, `code`) DO UPDATE SET `n` = `n` + excluded.`n`;
END;
--> statement-breakpoint
CREATE TRIGGER `tallies_end_update` AFTER UPDATE OF `status` ON `runs`
WHEN NEW.`status` IN ('FINISHED', 'FAILED', 'CANCELLED', 'SKIPPED') AND OLD.`status` IS NOT NEW.`status`
BEGIN
	INSERT INTO `tallies` (`ccid`, `month`, `what`, `code`, `n`)
	SELECT NEW.`ccid`, coalesce(nullif(substr(NEW.`view` ->> '$.finishedAt', 1, 7), ''), strftime('%Y-%m', NEW.`created_at` / 1000, 'unixepoch')), `what`, `code`, `n` FROM (
		SELECT 'run' AS `what`, NEW.`status` AS `code`, 1 AS `n`
		UNION ALL SELECT 'run-ms', '', CAST(coalesce(round((julianday(nullif(NEW.`view` ->> '$.finishedAt', '')) - 2440587.5) * 86400000) - NEW.`started_at`, 0) AS INTEGER)
		UNION ALL SELECT 'records', '', iif(NEW.`status` = 'FINISHED', coalesce(NEW.`view` ->> '$.detail.recordsExported', 0), 0)
		UNION ALL SELECT 'bytes', '', iif(NEW.`status` = 'FINISHED', NEW.`file_size`, 0)
		UNION ALL SELECT 'failure', coalesce((SELECT `value` FROM json_each('["r2-unavailable","r2-10007","r2-10011","r2-10024","r2-10025","r2-10048","r2-other","d1-overloaded","d1-reset","d1-network","d1-full","d1-sql","d1-other","object-overloaded","object-reset","queue","platform","network","timeout","aborted","limits","lease-lost","volume-spoiled","snapshot-gone","run-failure","record-unreadable","source-replaced","shape","defect","unknown"]')
			WHERE instr(coalesce(NEW.`view` ->> '$.detail.reason', ''), '(' || `value` || ')') > 0), 'other'), NEW.`status` = 'FAILED'
	) WHERE `n` > 0
	ON CONFLICT (`ccid`, `month`, `what`, `code`) DO UPDATE SET `n` = `n` + excluded.`n`;
END;
--> statement-breakpoint
CREATE TRIGGER `tallies_start_insert` AFTER INSERT ON `runs` WHEN NEW.`started_at` IS NOT NULL
BEGIN
	INSERT INTO `tallies` (`ccid`, `month`, `what`, `code`, `n`)
	SELECT NEW.`ccid`, strftime('%Y-%m', NEW.`started_at` / 1000, 'unixepoch'), `what`, '', `n` FROM (
		SELECT 'start' AS `what`, 1 AS `n` UNION ALL SELECT 'start-ms', CAST(max(0, coalesce(NEW.`started_at` - round((julianday(nullif(NEW.`view` ->> '$.scheduledAt', '')) - 2440587.5) * 86400000), 0)) AS INTEGER)
	) WHERE true
	ON CONFLICT (`ccid`, `month`, `what`, `code`) DO UPDATE SET `n` = `n` + excluded.`n`;
END;
--> statement-breakpoint
CREATE TRIGGER `tallies_start_update` AFTER UPDATE OF `started_at` ON `runs` WHEN NEW.`started_at` IS NOT NULL AND OLD.`started_at` IS NULL
BEGIN
	INSERT INTO `tallies` (`ccid`, `month`, `what`, `code`, `n`)
	SELECT NEW.`ccid`, strftime('%Y-%m', NEW.`started_at` / 1000, 'unixepoch'), `what`, '', `n` FROM (
		SELECT 'start' AS `what`, 1 AS `n` UNION ALL SELECT 'start-ms', CAST(max(0, coalesce(NEW.`started_at` - round((julianday(nullif(NEW.`view` ->> '$.scheduledAt', '')) - 2440587.5) * 86400000), 0)) AS INTEGER)
	) WHERE true
	ON CONFLICT (`ccid`, `month`, `what`, `code`) DO UPDATE SET `n` = `n` + excluded.`n`;
END;
