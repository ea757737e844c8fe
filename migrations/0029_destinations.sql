-- Jobs whose files go to a customer's bucket: their objects have secrets that are wrapped anew when the key that wraps changes.
CREATE INDEX `jobs_delivering` ON `jobs` (`id`, `ccid`) WHERE `view` ->> '$.destination.bucket' IS NOT NULL;
