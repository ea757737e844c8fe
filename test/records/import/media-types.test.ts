import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { importLines, interaction } from '../records.ts';
import { source } from '../../support/record-stores.ts';

const NOON = '2024-02-29T12:00:00Z';
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
