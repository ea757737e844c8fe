-- People who manage access and come by a token of an outside issuer, of whom there need be no user: nobody else is given their name.
CREATE TABLE `outside_people` (
	`ccid` text NOT NULL,
	`name` text NOT NULL,
	`issuer` text NOT NULL,
	`issuer_subject` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`ccid`, `name`)
);
