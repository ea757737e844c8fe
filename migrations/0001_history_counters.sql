-- Keeps `counters` equal to a count of `records` in whatever transaction writes a record. A waiting record (date NULL)
-- is not counted; `bytes` has one more for the LF; a row of counters that falls to no records is removed.
-- The day is floor(date / 86400000), also before 1970, where SQLite's division rounds towards zero.
CREATE TRIGGER `records_counted_insert` AFTER INSERT ON `records` WHEN NEW.`date` IS NOT NULL
BEGIN
	INSERT INTO `counters` (`ccid`, `kind`, `entity`, `media`, `day`, `records`, `bytes`)
	VALUES (NEW.`ccid`, NEW.`kind`, NEW.`entity`, NEW.`media`, (NEW.`date` - 86399999 * (NEW.`date` < 0)) / 86400000, 1, NEW.`size` + 1)
	ON CONFLICT (`ccid`, `kind`, `entity`, `media`, `day`) DO UPDATE SET `records` = `records` + 1, `bytes` = `bytes` + excluded.`bytes`;
END;
--> statement-breakpoint
CREATE TRIGGER `records_counted_delete` AFTER DELETE ON `records` WHEN OLD.`date` IS NOT NULL
BEGIN
	UPDATE `counters` SET `records` = `records` - 1, `bytes` = `bytes` - (OLD.`size` + 1)
	WHERE `ccid` = OLD.`ccid` AND `kind` = OLD.`kind` AND `entity` = OLD.`entity` AND `media` = OLD.`media`
		AND `day` = (OLD.`date` - 86399999 * (OLD.`date` < 0)) / 86400000;
	DELETE FROM `counters`
	WHERE `ccid` = OLD.`ccid` AND `kind` = OLD.`kind` AND `entity` = OLD.`entity` AND `media` = OLD.`media`
		AND `day` = (OLD.`date` - 86399999 * (OLD.`date` < 0)) / 86400000 AND `records` = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `records_counted_update` AFTER UPDATE OF `ccid`, `kind`, `entity`, `media`, `date`, `size` ON `records`
WHEN OLD.`date` IS NOT NEW.`date` OR OLD.`size` IS NOT NEW.`size` OR OLD.`media` IS NOT NEW.`media`
	OR OLD.`entity` IS NOT NEW.`entity` OR OLD.`kind` IS NOT NEW.`kind` OR OLD.`ccid` IS NOT NEW.`ccid`
BEGIN
	UPDATE `counters` SET `records` = `records` - 1, `bytes` = `bytes` - (OLD.`size` + 1)
	WHERE `ccid` = OLD.`ccid` AND `kind` = OLD.`kind` AND `entity` = OLD.`entity` AND `media` = OLD.`media`
		AND `day` = (OLD.`date` - 86399999 * (OLD.`date` < 0)) / 86400000;
	DELETE FROM `counters`
	WHERE `ccid` = OLD.`ccid` AND `kind` = OLD.`kind` AND `entity` = OLD.`entity` AND `media` = OLD.`media`
		AND `day` = (OLD.`date` - 86399999 * (OLD.`date` < 0)) / 86400000 AND `records` = 0;
	INSERT INTO `counters` (`ccid`, `kind`, `entity`, `media`, `day`, `records`, `bytes`)
	SELECT NEW.`ccid`, NEW.`kind`, NEW.`entity`, NEW.`media`, (NEW.`date` - 86399999 * (NEW.`date` < 0)) / 86400000, 1, NEW.`size` + 1
	WHERE NEW.`date` IS NOT NULL
	ON CONFLICT (`ccid`, `kind`, `entity`, `media`, `day`) DO UPDATE SET `records` = `records` + 1, `bytes` = `bytes` + excluded.`bytes`;
END;
