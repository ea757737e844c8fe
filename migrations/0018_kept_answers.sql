-- Answers to requests that came with an Idempotency-Key, for a day: a repeated request gets the first answer again. `id` and
-- `fingerprint` are SHA-256 of the caller with the key, and of the request. Without `status` a request is under way, until
-- `busy_until` at the most; `nonce` and `first_id` make whoever does it then do the same once more. Swept once their day is over.
CREATE TABLE `kept_answers` (
	`ccid` text NOT NULL,
	`id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`nonce` text NOT NULL,
	`first_id` integer,
	`claim` text NOT NULL,
	`busy_until` integer NOT NULL,
	`status` integer,
	`body` text,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`ccid`, `id`)
);
--> statement-breakpoint
CREATE INDEX `kept_answers_expiry` ON `kept_answers` (`expires_at`);
