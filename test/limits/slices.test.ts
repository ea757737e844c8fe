import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { runSlice } from '../../src/export/slice.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import type { SliceMessage } from '../../src/model/protocol.ts';
import { countedBucket, countedDatabase, countedObjects } from '../../src/platform/counted.ts';
import { Invocation } from '../../src/platform/invocation.ts';
import { packedSource } from '../../src/records/packed/packed-source.ts';
import { storesIn } from '../../src/records/stores.ts';
import { PAGE_BYTES } from '../../src/records/source/page-size.ts';
import type { RecordSource } from '../../src/records/source/source.ts';
import { noise } from './noise.ts';
import {
  config,
  firstMessage,
  historyItem,
  importAll,
  interaction,
  newCenter,
  sliceContext,
  submit,
} from '../support/center.ts';

const [db, bucket] = [countedDatabase(env.DB), countedBucket(env.BUCKET)];

/** Pages of so many records. */
function pagesOf(records: number): RecordSource {
  const whole = packedSource({ storeOf: storesIn(countedObjects(env.RECORDS)), bucket, wholeBytes: 1 });
  return {
    ...whole,
    page: (scope, entry, after) =>
      whole.page(scope, { ...entry, bytes: entry.records * (PAGE_BYTES / records) }, after),
  };
}

/** Carries a run out, each message in an invocation with so much left; answers what each of them had used. */
async function carriedOut(
  allowance: { readonly statements: number; readonly subrequests: number },
  change: {
    readonly records: number;
    readonly bytes: number;
    readonly volumeBytes: number;
    readonly page: number;
  },
) {
  const ccid = await newCenter('budget');
  await importAll(
    ccid,
    'interactions',
    Array.from({ length: change.records }, (_, index) =>
      interaction(`I${String(index).padStart(4, '0')}`, { TEXT: noise(change.bytes) }),
    ),
  );
  const job = await submit(ccid);
  const messages: SliceMessage[] = [firstMessage(ccid, job)];
  const context = {
    ...sliceContext(ccid, job, messages),
    db,
    bucket,
    config: { ...config, sliceMs: 60_000, maxVolumeBytes: change.volumeBytes },
    source: pagesOf(change.page),
    job: jobObject(countedObjects(env.EXPORT_JOB), ccid, job.id),
  };
  let slices = 0;
  for (let message = messages.shift(); message; message = messages.shift()) {
    const own = new Invocation(allowance);
    await own.run(() => runSlice(context, message));
    // It stopped before the invocation had nothing left.
    expect(own.has({ statements: 0, subrequests: 0 })).toBe(true);
    slices += 1;
  }
  expect(await historyItem(ccid, job)).toMatchObject({
    status: 'Finished',
    detail: { recordsExported: change.records },
  });
  return slices;
}

it('a slice hands over before its calls are used up by pages, however long it may take', async () => {
  const work = { records: 60, bytes: 100, volumeBytes: 1_000_000, page: 1 };
  expect(await carriedOut({ statements: 1_000, subrequests: 10_000 }, work)).toBe(1);
  expect(await carriedOut({ statements: 1_000, subrequests: 7_030 }, work)).toBeGreaterThan(3);
});

it('and by volumes: those that are many are completed by several slices', async () => {
  const work = { records: 30, bytes: 50_000, volumeBytes: 65_536, page: 30 };
  expect(await carriedOut({ statements: 1_000, subrequests: 10_000 }, work)).toBe(1);
  // Of some 25 volumes no more can be completed than leave a hundred calls.
  expect(await carriedOut({ statements: 1_000, subrequests: 130 }, work)).toBeGreaterThan(2);
});
