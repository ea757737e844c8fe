-- Since when the operator lets nobody of a contact center in, and nothing of it begin, in milliseconds since 1970; null where it is not so.
ALTER TABLE `limits` ADD COLUMN `suspended_at` integer;
