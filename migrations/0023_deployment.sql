-- Where everything of this deployment lies (`src/model/jurisdiction.ts`), as its first start noted it.
CREATE TABLE `deployment` (
	`id` integer PRIMARY KEY NOT NULL,
	`jurisdiction` text NOT NULL
);
