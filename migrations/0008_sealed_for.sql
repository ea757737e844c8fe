-- The certificates that a file is sealed for, as JSON: subject, fingerprint, end. Empty of files from before this was kept.
ALTER TABLE `artifacts` ADD COLUMN `certificates` text DEFAULT '[]' NOT NULL;
