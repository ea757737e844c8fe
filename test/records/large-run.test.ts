import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { sweepOrphans } from '../../src/jobs/sweeps/orphans.ts';
import type { Exported } from '../../src/model/protocol.ts';
import {
  archiveOf,
  carryOut,
  firstMessage,
  historyItem,
  importAll,
  interaction,
  newCenter,
  sliceContext,
  submit,
} from '../support/center.ts';
import { runSlice } from '../../src/export/slice.ts';
import { stores } from '../support/record-stores.ts';
import { objectsAndNamed } from './stored.ts';

const large = (id: string, megabytes: number) =>
  interaction(id, { TEXT: 'Größe: \\"😀\\" '.repeat(megabytes * 45_000) });

describe('a run', () => {
  it('exports large records byte for byte among the others', async () => {
    const ccid = await newCenter('large-run');
    const texts = [interaction('a'), large('b', 3), interaction('c'), large('d', 9), interaction('e')];
    await importAll(ccid, 'interactions', texts);
    const job = await submit(ccid);
    await carryOut(ccid, job);
    const entries = await archiveOf(ccid, job);
    expect(entries[`EmailIn-${job.id}.json`] === texts.map((text) => `${text}\n`).join('')).toBe(true);
    expect(JSON.parse(entries['manifest.json'] ?? '')).toMatchObject({ entries: [{ records: 5 }] });
  });

  it('keeps its lease while a large record is written', async () => {
    const ccid = await newCenter('large-lease');
    await importAll(ccid, 'interactions', [large('a', 40)]);
    const job = await submit(ccid);
    const context = sliceContext(ccid, job, []);
    let renewed = 0;
    const counting = new Proxy(context.job, {
      get(target, property) {
        if (property !== 'renew') return Reflect.get(target, property) as unknown;
        return (...args: [never, Exported]) => {
          renewed += 1;
          return target.renew(...args);
        };
      },
    });
    // The clock stands still: on a busy machine the slice's time would be over before the volume is complete.
    const now = Date.now();
    await runSlice({ ...context, job: counting, now: () => now }, firstMessage(ccid, job));
    // Once for the page, and for each 16 MiB of it; once more for the volume.
    expect(renewed).toBeGreaterThanOrEqual(4);
  });

  it('fails with the record’s id when its text is gone', async () => {
    const ccid = await newCenter('large-gone');
    await importAll(ccid, 'interactions', [interaction('a'), large('lost-one', 2)]);
    const [object = ''] = (await objectsAndNamed(ccid)).objects;
    await env.BUCKET.delete(object);
    const job = await submit(ccid);
    await carryOut(ccid, job);
    expect(await historyItem(ccid, job)).toMatchObject({
      status: 'Failed',
      description: expect.stringContaining('"lost-one"') as string,
    });
  });
});

describe('the hourly sweep', () => {
  it('removes texts that no record names once they are an hour old', async () => {
    const ccid = await newCenter('large-sweep');
    await importAll(ccid, 'interactions', [large('a', 2)]);
    await env.BUCKET.put(`history/${ccid}/interactions/orphan`, 'x');
    await sweepOrphans({ db: env.DB, bucket: env.BUCKET, texts: stores }, Date.now() + 1_800_000);
    expect((await objectsAndNamed(ccid)).objects).toHaveLength(2);
    await sweepOrphans({ db: env.DB, bucket: env.BUCKET, texts: stores }, Date.now() + 7_200_000);
    const { objects, named } = await objectsAndNamed(ccid);
    expect(objects).toHaveLength(1);
    expect(objects).toEqual(named);
  });
});
