-- The change number that stood when an import last brought documents or contact attributes that had a place to another
-- entity type or media. They keep their own numbers, so that nothing else tells a run that is reading them.
ALTER TABLE `change_numbers` ADD COLUMN `moved` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- The numbers of the batch are given before its members are placed: `value` is later than every run planned so far.
CREATE TRIGGER `records_moved` AFTER UPDATE OF `entity`, `media` ON `records`
WHEN OLD.`entity` IS NOT NULL AND OLD.`change` = NEW.`change`
	AND (OLD.`entity` IS NOT NEW.`entity` OR OLD.`media` IS NOT NEW.`media`)
BEGIN
	UPDATE `change_numbers` SET `moved` = `value` WHERE `ccid` = NEW.`ccid` AND `moved` < `value`;
END;
