-- Of a password: whether it came by an invitation of an administrator, or of the operator. Who becomes an administrator chooses another one
-- where it did not: whoever invited the user may have chosen it. Of an invitation: whether an administrator gave it.
ALTER TABLE `users` ADD COLUMN `vouched` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `invitations` ADD COLUMN `vouched` integer DEFAULT 0 NOT NULL;
