-- A user's second factor: a secret of one-time codes, wrapped under WRAP_KEYS, and recovery codes by SHA-256. One without
-- `confirmed_at` was begun and counts for nothing. `last_step` is that of the last code, which is good once.
CREATE TABLE `second_factors` (
	`ccid` text NOT NULL,
	`user_name` text NOT NULL,
	`secret` text NOT NULL,
	`confirmed_at` integer,
	`last_step` integer DEFAULT 0 NOT NULL,
	`recovery` text DEFAULT '[]' NOT NULL,
	PRIMARY KEY(`ccid`, `user_name`)
);
