-- The media types of a contact center's interactions, 1,000 at most, so that asking for them costs a row each and not a row for
-- each day. Import writes them; they stay when their records go. Of what is there those with the most records are taken.
CREATE TABLE `media_types` (
	`ccid` text NOT NULL,
	`media` text NOT NULL,
	PRIMARY KEY(`ccid`, `media`)
);
--> statement-breakpoint
INSERT INTO `media_types` (`ccid`, `media`)
SELECT `ccid`, `media` FROM (
	SELECT `ccid`, `media`, row_number() OVER (PARTITION BY `ccid` ORDER BY sum(`records`) DESC, `media`) AS `place`
	FROM `counters` WHERE `kind` = 0 GROUP BY `ccid`, `media`)
WHERE `place` <= 1000;
