-- When a client's secret took the place of another one, 0 while it is the first: access tokens carry it, and end with the secret by which
-- they were got.
ALTER TABLE `clients` ADD COLUMN `secret_changed_at` integer DEFAULT 0 NOT NULL;
