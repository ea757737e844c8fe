import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { intolerable } from '../../scripts/check/check-migrations.ts';
import { PROJECT } from '../../scripts/dev/wrangler.ts';

const FIRST = {
  name: '0000_tables.sql',
  text: 'CREATE TABLE `jobs` (`id` integer);\n--> statement-breakpoint\nCREATE TABLE `runs` (`id` integer);',
};
const found = (text: string, version = '1.2.0') =>
  intolerable([FIRST, { name: '0025_next.sql', text }], version).map(({ what }) => what);

it.each([
  ['DROP TABLE `jobs`;', 'drops the table jobs'],
  ['drop table if exists jobs;', 'drops the table jobs'],
  ['ALTER TABLE `jobs` RENAME TO `tasks`;', 'renames the table jobs'],
  ['ALTER TABLE `jobs` RENAME COLUMN `id` TO `n`;', 'renames jobs.id'],
  ['ALTER TABLE jobs RENAME id TO n;', 'renames jobs.id'],
  ['ALTER TABLE `jobs`\n  DROP COLUMN `id`;', 'drops jobs.id'],
  ['ALTER TABLE `jobs` ADD COLUMN `n` integer NOT NULL;', 'adds without a default jobs.n'],
  ['ALTER TABLE "jobs" ADD n integer NOT NULL;', 'adds without a default jobs.n'],
  ['CREATE UNIQUE INDEX `one` ON `jobs` (`id`);', 'makes one unique on jobs'],
  ['DROP INDEX `jobs_due`;', 'drops the index jobs_due'],
  // A table that is made anew is dropped, whatever takes its name.
  [
    'CREATE TABLE `new` (`id` integer); INSERT INTO `new` SELECT * FROM `jobs`; DROP TABLE `jobs`; ALTER TABLE `new` RENAME TO `jobs`;',
    'drops the table jobs',
  ],
])('refuses %s', (text, what) => expect(found(text)).toEqual([what]));

it.each([
  'CREATE TABLE `more` (`id` integer NOT NULL); CREATE UNIQUE INDEX `one` ON `more` (`id`);',
  'ALTER TABLE `jobs` ADD COLUMN `n` integer DEFAULT 0 NOT NULL; ALTER TABLE `jobs` ADD COLUMN `t` text;',
  'CREATE INDEX `jobs_n` ON `jobs` (`id`);',
  'DROP INDEX `one`; CREATE UNIQUE INDEX `one` ON `jobs` (`id`);',
  '-- DROP TABLE jobs;\nSELECT 1;',
  "INSERT INTO jobs SELECT 'x; DROP TABLE jobs;';",
  'CREATE TRIGGER `t` AFTER INSERT ON `jobs` BEGIN DELETE FROM runs; UPDATE runs SET id = 1; END;',
  'CREATE TABLE `passing` (`id` integer); DROP TABLE `passing`;',
])('lets through %s', (text) => expect(found(text)).toEqual([]));

it('lets a migration contract what it says nothing has used since an older version, and nothing else', () => {
  const drop = 'ALTER TABLE `jobs` DROP COLUMN `id`;';
  const said = (name: string, since: string) =>
    `-- contract: ${name} unused since ${since} (read nowhere)\n${drop}`;
  expect(found(said('jobs.id', '1.1.9'))).toEqual([]);
  expect(found(said('jobs.id', '0.10.0'))).toEqual([]);
  for (const since of ['1.2.0', '1.10.0', '2.0.0']) expect(found(said('jobs.id', since))).toHaveLength(1);
  expect(found(said('jobs.n', '1.1.0'))).toHaveLength(1);
  expect(found(said('runs', '1.1.0'))).toHaveLength(1);
  expect(found(`-- contract: jobs unused since 1.1.0\nDROP TABLE \`jobs\`;`)).toEqual([]);
});

it('does not judge what was written before anything ran, and knows the tables of it', () => {
  const old = { name: '0024_old.sql', text: 'DROP TABLE `jobs`;' };
  expect(intolerable([FIRST, old], '1.0.0')).toEqual([]);
});

it('finds every migration of this checkout tolerable', () => {
  const folder = `${PROJECT}migrations/`;
  const all = readdirSync(folder)
    .toSorted()
    .map((name) => ({ name, text: readFileSync(folder + name, 'utf8') }));
  expect(all.length).toBeGreaterThan(25);
  expect(intolerable(all, '9.9.9')).toEqual([]);
});
