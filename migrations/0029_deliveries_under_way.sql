-- Runs whose files are on their way into a customer's bucket: the clock looks after their jobs' alarms, as after those of runs in progress.
CREATE INDEX `runs_delivering` ON `runs` (`job_id`, `ccid`) WHERE `view` ->> '$.delivery.state' IN ('waiting', 'delivering');
