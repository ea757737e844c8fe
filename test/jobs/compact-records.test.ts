import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it, vi } from 'vitest';
import { consume } from '../../src/jobs/consume.ts';
import type { CompactionMessage } from '../../src/model/compaction-message.ts';
import { Gate } from '../../src/platform/gate.ts';
import { config, NO_DELIVERIES } from '../support/center.ts';
import { source, stores } from '../support/record-stores.ts';
import { allOf, importLines, interaction, readAll } from '../records/records.ts';
import { inStores, storeStub } from '../records/stored.ts';

const lines = Array.from({ length: 3_000 }, (_, index) =>
  interaction(`i${String(index).padStart(4, '0')}`, new Date(index * 60_000).toISOString(), {
    SUBJECT: 'x'.repeat(900),
  }),
);

const consumer = (sent: unknown[]) => ({
  config,
  db: env.DB,
  bucket: env.BUCKET,
  objects: env.EXPORT_JOB,
  centers: env.CENTER,
  registry: env.REGISTRY,
  source,
  gate: new Gate(1),
  send: () => Promise.reject(new Error('no slice is sent here')),
  deliveries: NO_DELIVERIES,
  compactions: {
    storeOf: stores.storeOf,
    gate: new Gate(1),
    send: async (message: CompactionMessage) => void sent.push(message),
  },
  now: Date.now,
});

const loose = async (ccid: string) =>
  (await inStores(ccid, ({ sql }) => sql.exec('SELECT n FROM pieces JOIN bodies ON piece = n').toArray()))
    .length;

it('records that came in no order are asked to be compacted once nothing has come for a while, and lie in packs then', async () => {
  // Every batch has some of each hour.
  for (let part = 0; part < 4; part += 1)
    await importLines(
      'mixed',
      'interactions',
      lines.filter((_, index) => index % 4 === part),
    );
  expect(await loose('mixed')).toBeGreaterThan(3);
  const message: CompactionMessage = { format: 1, kind: 'compaction', ccid: 'mixed', type: 'Interaction' };
  const sent: unknown[] = [];
  expect(await consume(consumer(sent), message)).toBe(true);
  expect(sent).toEqual([]);
  await vi.waitFor(async () => {
    await runDurableObjectAlarm(storeStub('mixed', 'Interaction'));
    expect(await loose('mixed')).toBe(0);
  });
  const [entry] = await readAll(source, allOf('mixed'));
  expect(entry).toMatchObject({ lines, pages: 1 });
  // Comes again: there is nothing to do.
  expect(await consume(consumer(sent), message)).toBe(true);
  expect([sent, await loose('mixed')]).toEqual([[], 0]);
});
