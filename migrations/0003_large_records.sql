-- A record whose text is too large for a row keeps it in R2: `object` is the key, `sha256` the text's hash in lower-case hex,
-- and `text` is empty. Both are NULL for the others, and `size` is the text's in either case.
ALTER TABLE `records` ADD COLUMN `object` text;
--> statement-breakpoint
ALTER TABLE `records` ADD COLUMN `sha256` text;
--> statement-breakpoint
CREATE INDEX `records_object` ON `records` (`object`) WHERE `object` IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `records_large_page` ON `records` (`ccid`,`kind`,`entity`,`date`,`owner`,`id`) WHERE `object` IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `records_large_change` ON `records` (`ccid`,`kind`,`entity`,`change`) WHERE `object` IS NOT NULL;
--> statement-breakpoint
-- What of `bytes` lies in R2: pages are sized by the rest.
ALTER TABLE `counters` ADD COLUMN `large_bytes` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
DROP TRIGGER `records_counted_insert`;
--> statement-breakpoint
DROP TRIGGER `records_counted_delete`;
--> statement-breakpoint
DROP TRIGGER `records_counted_update`;
--> statement-breakpoint
-- The triggers of 0001_history_counters.sql, with `large_bytes`.
CREATE TRIGGER `records_counted_insert` AFTER INSERT ON `records` WHEN NEW.`date` IS NOT NULL
BEGIN
	INSERT INTO `counters` (`ccid`, `kind`, `entity`, `media`, `day`, `records`, `bytes`, `large_bytes`)
	VALUES (NEW.`ccid`, NEW.`kind`, NEW.`entity`, NEW.`media`, (NEW.`date` - 86399999 * (NEW.`date` < 0)) / 86400000, 1,
		NEW.`size` + 1, (NEW.`size` + 1) * (NEW.`object` IS NOT NULL))
	ON CONFLICT (`ccid`, `kind`, `entity`, `media`, `day`) DO UPDATE SET `records` = `records` + 1,
		`bytes` = `bytes` + excluded.`bytes`, `large_bytes` = `large_bytes` + excluded.`large_bytes`;
END;
--> statement-breakpoint
CREATE TRIGGER `records_counted_delete` AFTER DELETE ON `records` WHEN OLD.`date` IS NOT NULL
BEGIN
	UPDATE `counters` SET `records` = `records` - 1, `bytes` = `bytes` - (OLD.`size` + 1),
		`large_bytes` = `large_bytes` - (OLD.`size` + 1) * (OLD.`object` IS NOT NULL)
	WHERE `ccid` = OLD.`ccid` AND `kind` = OLD.`kind` AND `entity` = OLD.`entity` AND `media` = OLD.`media`
		AND `day` = (OLD.`date` - 86399999 * (OLD.`date` < 0)) / 86400000;
	DELETE FROM `counters`
	WHERE `ccid` = OLD.`ccid` AND `kind` = OLD.`kind` AND `entity` = OLD.`entity` AND `media` = OLD.`media`
		AND `day` = (OLD.`date` - 86399999 * (OLD.`date` < 0)) / 86400000 AND `records` = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `records_counted_update` AFTER UPDATE OF `ccid`, `kind`, `entity`, `media`, `date`, `size`, `object` ON `records`
WHEN OLD.`date` IS NOT NEW.`date` OR OLD.`size` IS NOT NEW.`size` OR OLD.`media` IS NOT NEW.`media`
	OR OLD.`entity` IS NOT NEW.`entity` OR OLD.`kind` IS NOT NEW.`kind` OR OLD.`ccid` IS NOT NEW.`ccid`
	OR (OLD.`object` IS NULL) <> (NEW.`object` IS NULL)
BEGIN
	UPDATE `counters` SET `records` = `records` - 1, `bytes` = `bytes` - (OLD.`size` + 1),
		`large_bytes` = `large_bytes` - (OLD.`size` + 1) * (OLD.`object` IS NOT NULL)
	WHERE `ccid` = OLD.`ccid` AND `kind` = OLD.`kind` AND `entity` = OLD.`entity` AND `media` = OLD.`media`
		AND `day` = (OLD.`date` - 86399999 * (OLD.`date` < 0)) / 86400000;
	DELETE FROM `counters`
	WHERE `ccid` = OLD.`ccid` AND `kind` = OLD.`kind` AND `entity` = OLD.`entity` AND `media` = OLD.`media`
		AND `day` = (OLD.`date` - 86399999 * (OLD.`date` < 0)) / 86400000 AND `records` = 0;
	INSERT INTO `counters` (`ccid`, `kind`, `entity`, `media`, `day`, `records`, `bytes`, `large_bytes`)
	SELECT NEW.`ccid`, NEW.`kind`, NEW.`entity`, NEW.`media`, (NEW.`date` - 86399999 * (NEW.`date` < 0)) / 86400000, 1,
		NEW.`size` + 1, (NEW.`size` + 1) * (NEW.`object` IS NOT NULL)
	WHERE NEW.`date` IS NOT NULL
	ON CONFLICT (`ccid`, `kind`, `entity`, `media`, `day`) DO UPDATE SET `records` = `records` + 1,
		`bytes` = `bytes` + excluded.`bytes`, `large_bytes` = `large_bytes` + excluded.`large_bytes`;
END;
