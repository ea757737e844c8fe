-- Of a webhook that the audit log is streamed to: the last link that it took. Null of all others.
ALTER TABLE `webhooks` ADD COLUMN `audit_to` integer;
--> statement-breakpoint
CREATE INDEX `webhooks_audit` ON `webhooks` (`id`) WHERE audit_to IS NOT NULL;
