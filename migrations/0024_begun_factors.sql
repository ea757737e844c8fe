-- Of a second factor that was begun: when, in milliseconds since 1970, and how many codes were tried at it. It is good for ten minutes and
-- five codes.
ALTER TABLE `second_factors` ADD COLUMN `begun_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `second_factors` ADD COLUMN `tries` integer DEFAULT 0 NOT NULL;
