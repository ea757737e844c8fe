/** The Cron Triggers of wrangler.toml: starts that are due and runs that fell silent, and the hourly sweep. */
export const EVERY_MINUTE = '* * * * *';
export const HOURLY = '17 * * * *';
