import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { d1Source } from '../../../src/records/source/d1-source.ts';
import { countingDatabase } from '../counting-database.ts';
import { importLines, interaction, stores } from '../records.ts';

const NOON = '2024-02-29T12:00:00Z';
const source = d1Source(stores);
const ofMedia = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) =>
    interaction(`i${from + index}`, NOON, { MEDIATYPEID: `Medium ${from + index}` }),
  );

it('takes a thousand media types of a contact center, and refuses the line beyond by its name', async () => {
  await importLines('many', 'interactions', ofMedia(0, 999));
  const large = interaction('large', NOON, { MEDIATYPEID: 'Too large', TEXT: 'x'.repeat(1_200_000) });
  const report = await importLines('many', 'interactions', [...ofMedia(998, 3), large, ...ofMedia(5, 1)]);
  expect(report).toMatchObject({ inserted: 1, unchanged: 2, rejected: 2 });
  expect(report.errors.map(({ line, failure }) => [line, failure.code, failure.field, failure.data])).toEqual(
    [
      [3, 'too-many-media', 'MEDIATYPEID', { name: 'medium 1000', max: 1_000 }],
      [4, 'too-many-media', 'MEDIATYPEID', { name: 'too large', max: 1_000 }],
    ],
  );
  expect(await source.mediaTypes('many')).toHaveLength(1_000);
  expect((await env.BUCKET.list({ prefix: 'history/many/' })).objects).toEqual([]);
  expect(await importLines('others', 'interactions', ofMedia(1_000, 1))).toMatchObject({ inserted: 1 });
});

it('keeps the list to its bound when imports bring new types at the same time', async () => {
  await importLines('race', 'interactions', ofMedia(0, 995));
  await Promise.all(
    [1_000, 2_000, 3_000].map((from) => importLines('race', 'interactions', ofMedia(from, 5))),
  );
  expect(await source.mediaTypes('race')).toHaveLength(1_000);
});

it('reads a row for each type, however many days there are', async () => {
  const days = Array.from({ length: 300 }, (_, day) =>
    interaction(`d${day}`, new Date(Date.UTC(2024, 0, day)).toISOString()),
  );
  await importLines('days', 'interactions', days);
  const counted = countingDatabase(env.DB);
  expect(await d1Source({ ...stores, db: counted.db }).mediaTypes('days')).toEqual(['email']);
  expect(counted.rowsRead()).toBeLessThanOrEqual(2);
});

it('is filled with what was imported before, those with the most records first', async () => {
  await importLines('old', 'interactions', [...ofMedia(0, 999), ...ofMedia(0, 1), ...ofMedia(999, 1)]);
  // As a version before this table took them: more than a thousand.
  await env.DB.prepare('DELETE FROM media_types WHERE ccid = ?').bind('old').run();
  await importLines('old', 'interactions', [
    interaction('a', NOON, { MEDIATYPEID: 'Zzz' }),
    interaction('b', NOON, { MEDIATYPEID: 'zzz' }),
  ]);
  await env.DB.prepare('DELETE FROM media_types').run();
  const [, fill = ''] = env.TEST_MIGRATIONS.find(({ name }) => name.startsWith('0007'))?.queries ?? [];
  await env.DB.prepare(fill).run();
  const filled = await source.mediaTypes('old');
  expect([filled.length, filled.includes('zzz')]).toEqual([1_000, true]);
});
