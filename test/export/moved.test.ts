import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PAGE_BYTES } from '../../src/records/source/page-size.ts';
import type { RecordSource } from '../../src/records/source/source.ts';
import { recordStoreName } from '../../src/model/object-names.ts';
import { updateJob } from '../../src/jobs/create-job.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import type { JobRequest } from '../../src/model/api/job-request.ts';
import {
  config,
  entriesOfRun,
  importAll,
  interaction,
  jobContext,
  jobRequest,
  newCenter,
  submit,
} from '../support/center.ts';
import { history } from '../jobs/clock.ts';
import { carryThrough } from './carry-through.ts';
import { cuttingSource as whole } from '../support/record-stores.ts';

beforeEach(() => {
  // A run that is begun anew says why there.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const dataSync: Partial<JobRequest> = {
  type: 'DataSync',
  schedulerParam: { runs: 'daily', immediately: true },
};
const document = (ID: string, ENTITYID: string) => JSON.stringify({ ID, ENTITYID });

/** What happens before page `n` of a run is read, from 0; a plan that is made anew goes on counting. */
type Meanwhile = (n: number) => Promise<void> | undefined;

/** Carries out the latest run, a record a page and a page a slice; answers its history item, documents and plans. */
async function exportLatest(ccid: string, job: JobView, meanwhile: Meanwhile = () => undefined) {
  const runId = Number((await history(ccid, job.id)).at(-1)?.['id']);
  const read: string[] = [];
  let plans = 0;
  const source: RecordSource = {
    ...whole,
    begin: (...asked) => {
      plans += 1;
      return whole.begin(...asked);
    },
    page: async (scope, entry, after) => {
      await meanwhile(read.length);
      read.push(`${entry.kind}/${entry.entity}`);
      return whole.page(scope, { ...entry, bytes: entry.records * PAGE_BYTES }, after);
    },
  };
  await carryThrough({ ccid, jobId: job.id, runId }, { source, config: { ...config, slicePages: 1 } });
  const item = (await history(ccid, job.id)).at(-1);
  const entries = item?.['status'] === 'Finished' ? await entriesOfRun(ccid, runId) : {};
  const documents = Object.entries(entries)
    .filter(([name]) => name.includes('-Attachment-'))
    .flatMap(([, text]) => text.split('\n').filter(Boolean));
  return { item, documents, plans, read };
}

async function again(ccid: string, job: JobView): Promise<void> {
  const edited = await updateJob(jobContext(), ccid, { id: job.id, request: jobRequest(dataSync) });
  if (!edited.ok) throw new Error(JSON.stringify(edited));
}

/** Two interactions, A of entity type `from` and B of `to`, with a document each. */
async function twoOwners(from: number, to: number, documents: readonly string[]): Promise<string> {
  const ccid = await newCenter('moved');
  await importAll(ccid, 'interactions', [
    interaction('A', { ENTITYTYPEID: from }),
    interaction('B', { ENTITYTYPEID: to }),
  ]);
  await importAll(ccid, 'documents', documents);
  return ccid;
}

const [d, e] = [document('d', 'A'), document('e', 'B')];

describe('a document whose owner moves while a DataSync run reads is exported once', () => {
  it.each([
    ['to an entry that was not planned, before its own is read', { from: 0, to: 2, documents: [d] }, 2],
    ['to an entry that is read after its own', { from: 0, to: 2, documents: [d, e] }, 3],
    ['to an entry that was read', { from: 2, to: 0, documents: [d, e] }, 3],
  ])('%s', async (_, { from, to, documents }, page) => {
    const ccid = await twoOwners(from, to, documents);
    const job = await submit(ccid, dataSync);
    const moves: Meanwhile = (n) =>
      n === page ? importAll(ccid, 'interactions', [interaction('A', { ENTITYTYPEID: to })]) : undefined;
    const run = await exportLatest(ccid, job, moves);
    expect(run.read[page], run.read.join(' ')).toMatch(/^documents/);
    expect(run.documents.toSorted()).toEqual(documents);
    expect(run).toMatchObject({
      plans: 1,
      item: {
        status: 'Finished',
        detail: { changes: { to: 2 + documents.length }, recordsExported: 2 + documents.length },
      },
    });
    // What moved it is the next run's; the document did not change.
    await again(ccid, job);
    expect(await exportLatest(ccid, job)).toMatchObject({
      documents: [],
      plans: 1,
      read: [`interactions/${to}`],
    });
  });

  it('into the media that are exported, behind what was read', async () => {
    const ccid = await newCenter('moved-media');
    const [f, early] = [document('f', 'A'), document('e', '0')];
    await importAll(ccid, 'interactions', [interaction('A'), interaction('0', { MEDIATYPEID: 'chat' })]);
    await importAll(ccid, 'documents', [early, d, f]);
    const job = await submit(ccid, { ...dataSync, jobParams: { type: 'Interaction', media: ['email'] } });
    let moved = false;
    const run = await exportLatest(ccid, job, (n) => {
      // A page of one record was read of the documents, d; e stands before it.
      if (n !== 2 || moved) return undefined;
      moved = true;
      return importAll(ccid, 'interactions', [interaction('0')]);
    });
    expect(run.read.slice(0, 3)).toEqual(['interactions/0', 'documents/0', 'documents/0']);
    expect(run).toMatchObject({ plans: 1, documents: [d, f] });
  });

  it('with every page of it', async () => {
    const ccid = await twoOwners(0, 2, [d, e]);
    const job = await submit(ccid, dataSync);
    let pages = 0;
    const run = await exportLatest(ccid, job, () => {
      pages += 1;
      return importAll(ccid, 'interactions', [interaction('A', { ENTITYTYPEID: pages % 2 === 0 ? 0 : 2 })]);
    });
    expect(run).toMatchObject({ plans: 1, item: { status: 'Finished' } });
    expect(run.documents.toSorted()).toEqual([d, e]);
  });
});

describe('a run', () => {
  it('whose records were not kept while it slept is planned anew', async () => {
    const ccid = await twoOwners(0, 2, [d, e]);
    const job = await submit(ccid, dataSync);
    const runId = Number((await history(ccid, job.id)).at(-1)?.['id']);
    let forgotten = false;
    const run = await exportLatest(ccid, job, async (n) => {
      if (n !== 2 || forgotten) return;
      forgotten = true;
      await whole.release(ccid, 'Interaction', `${job.id}/${runId}`);
    });
    expect(run).toMatchObject({ plans: 2, item: { status: 'Finished' } });
    expect(run.documents.toSorted()).toEqual([d, e]);
  });

  it('that ended keeps nothing', async () => {
    const ccid = await twoOwners(0, 2, [d, e]);
    const job = await submit(ccid, dataSync);
    await exportLatest(ccid, job);
    const pins = await runInDurableObject(
      env.RECORDS.getByName(recordStoreName(ccid, 'Interaction')),
      (_, { storage }) => storage.sql.exec('SELECT run FROM pins').toArray(),
    );
    expect(pins).toEqual([]);
  });
});
