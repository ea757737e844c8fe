import { describe, expect, it } from 'vitest';
import { createJob } from '../../src/jobs/create-job.ts';
import { runJob } from '../../src/jobs/add-run.ts';
import { previewEdit } from '../../src/jobs/preview-job.ts';
import type { RecordFilter } from '../../src/model/api/job-request.ts';
import type { DataType } from '../../src/model/records.ts';
import { eraseContact } from '../../src/records/erasure/erase-contact.ts';
import {
  config,
  entriesOfRun,
  importAll,
  interaction,
  jobContext,
  jobRequest,
  newCenter,
} from '../support/center.ts';
import { packedSource } from '../../src/records/packed/packed-source.ts';
import type { RecordSource } from '../../src/records/source/source.ts';
import { source, stores } from '../support/record-stores.ts';
import { history } from '../jobs/clock.ts';
import { carryThrough } from './carry-through.ts';

const document = (ID: string, ENTITYID: string, DESCRIPTION = '') =>
  JSON.stringify({ ID, ENTITYID, DESCRIPTION });
const tier = (id: string, Tier: string, more: object = {}) =>
  interaction(id, { ALLATTRIBUTES: { Tier }, ...more });
const GOLD: RecordFilter = { name: 'Tier', operator: 'eq', value: 'gold' };

/** A DataSync job of filters, and whoever applies its archives in order: lines by kind and key. */
async function follow(
  ccid: string,
  filters: readonly RecordFilter[],
  { type = 'Interaction', from = source }: { type?: DataType; from?: RecordSource } = {},
) {
  const request = jobRequest({
    type: 'DataSync',
    schedulerParam: { runs: 'daily' },
    jobParams: { type, media: [], filters },
  });
  const made = await createJob(jobContext(), ccid, request, { by: '', listsDeleted: true });
  if (!made.ok) throw new Error(JSON.stringify(made));
  const { id } = made.value;
  const has = new Set<string>();
  const run = async () => {
    const added = await runJob(jobContext(), ccid, { id, by: '' });
    if (!added.ok) throw new Error(JSON.stringify(added));
    const runId = Number((await history(ccid, id)).at(-1)?.['id']);
    const settings = { source: from, config: { ...config, slicePages: 4 } };
    await carryThrough({ ccid, jobId: id, runId }, settings);
    expect((await history(ccid, id)).at(-1)).toMatchObject({ status: 'Finished' });
    const entries = await entriesOfRun(ccid, runId);
    const manifest = JSON.parse(entries['manifest.json'] ?? '') as Record<string, unknown>;
    const deleted = linesOf(entries['deleted.json']).map((line) => JSON.parse(line) as Told);
    const came = Object.entries(entries).flatMap(([name, text]) =>
      /-\d+\.json$/.test(name) ? linesOf(text) : [],
    );
    if (manifest['since'] === 0) has.clear();
    for (const told of deleted) for (const line of has) if (keyOf(line) === told.id) has.delete(line);
    for (const line of came) {
      for (const old of has) if (keyOf(old) === keyOf(line)) has.delete(old);
      has.add(line);
    }
    return { deleted, came, manifest, has: [...has].toSorted() };
  };
  return { id, run, request };
}

interface Told {
  readonly kind: string;
  readonly id: string;
  readonly why: string;
  readonly when: string;
}
const linesOf = (text = ''): string[] => text.split('\n').filter(Boolean);
const keyOf = (line: string): unknown => {
  const { ID, IXNID, CONTACTID } = JSON.parse(line) as Record<string, unknown>;
  return ID ?? IXNID ?? CONTACTID;
};
const sorted = (...lines: readonly string[]) => lines.toSorted();
const told = (deleted: readonly Told[]) =>
  deleted.map(({ kind, id, why }) => `${kind} ${id} ${why}`).toSorted();

describe('a DataSync job with filters', () => {
  it('asks contacts for no attributes: their changes are told by the contacts', async () => {
    const ccid = await newCenter('filtered-attributes');
    const filters = ['STRATTRIBUTE1', 'LastName'].map((name) => ({ name, operator: 'eq', value: 'Doe' }));
    const create = (type: string) =>
      createJob(
        jobContext(),
        ccid,
        jobRequest({ type: 'DataSync', jobParams: { type, media: [], filters } }),
      );
    const refused = { code: 'attributes-of-data-sync', field: 'jobParams.filters.1.name' };
    expect(await create('Contact')).toMatchObject({ ok: false, failure: refused });
    expect(await create('Interaction')).toMatchObject({ ok: true });
  });

  it('exports what changed and meets them, with its documents, and tells what does not meet them any more', async () => {
    const ccid = await newCenter('filtered-sync');
    const job = await follow(ccid, [GOLD]);
    const was = { goes: tier('goes', 'Gold'), comes: tier('comes', 'Silver'), stays: tier('stays', 'gold') };
    await importAll(ccid, 'interactions', Object.values(was));
    const documents = ['goes', 'comes', 'stays'].map((owner) => document(`of-${owner}`, owner));
    await importAll(ccid, 'documents', documents);
    const first = await job.run();
    expect(first.manifest).toMatchObject({ since: 0, filters: [GOLD], deleted: { records: 0 } });
    expect(first.has).toEqual(sorted(was.goes, was.stays, documents[0] ?? '', documents[2] ?? ''));

    const goes = tier('goes', 'Silver');
    const comes = tier('comes', 'GOLD');
    await importAll(ccid, 'interactions', [goes, comes]);
    const second = await job.run();
    expect(told(second.deleted)).toEqual(['documents of-goes moved', 'interactions goes moved']);
    expect(second.deleted[0]?.when).toMatch(/^20\d\d-\d\d-\d\dT[\d:.]+Z$/);
    // Its document did not change, and comes with it.
    expect(sorted(...second.came)).toEqual(sorted(comes, documents[1] ?? ''));
    expect(second.manifest).toMatchObject({ deleted: { records: 2 } });
    expect(second.has).toEqual(sorted(comes, was.stays, documents[1] ?? '', documents[2] ?? ''));
    expect(await job.run()).toMatchObject({ deleted: [], came: [] });
  });

  it('judges a document that changed by its owner, and hears of what was erased', async () => {
    const ccid = await newCenter('filtered-members');
    const job = await follow(ccid, [GOLD]);
    const owners = [tier('gold', 'gold', { CONTACTID: 'c' }), tier('silver', 'silver')];
    await importAll(ccid, 'interactions', owners);
    await importAll(ccid, 'documents', [document('d', 'gold'), document('e', 'silver')]);
    expect((await job.run()).has).toEqual(sorted(owners[0] ?? '', document('d', 'gold')));

    await importAll(ccid, 'documents', [
      document('d', 'silver'),
      document('e', 'gold'),
      document('f', 'gold'),
    ]);
    const second = await job.run();
    expect(told(second.deleted)).toEqual(['documents d moved']);
    expect(sorted(...second.came)).toEqual(sorted(document('e', 'gold'), document('f', 'gold')));

    await importAll(ccid, 'contacts', [JSON.stringify({ CONTACTID: 'c', CREATEDDATE: '2024-05-01' })]);
    await eraseContact(stores, ccid, 'c');
    const third = await job.run();
    expect(told(third.deleted)).toEqual([
      'documents e erased',
      'documents f erased',
      'interactions gold erased',
    ]);
    expect(third.has).toEqual([]);
  });

  it('goes on where it stopped, among documents that lie together, however few are looked at at a time', async () => {
    const ccid = await newCenter('filtered-rounds');
    const from = packedSource({ ...stores, pageBytes: 1, wholeBytes: 1, round: { owners: 1, keys: 1 } });
    const job = await follow(ccid, [GOLD], { from });
    const ids = ['A', 'B', 'C', 'D'];
    const owners = (Tier: string) => ids.map((id) => tier(id, Tier));
    const documents = (text: string) =>
      ids.flatMap((id) => [document(`${id}1`, id, text), document(`${id}2`, id, text)]);
    await importAll(ccid, 'interactions', owners('gold'));
    await importAll(ccid, 'documents', documents(''));
    await job.run();
    await importAll(ccid, 'documents', documents('new'));
    const second = await job.run();
    expect(second).toMatchObject({ deleted: [], came: documents('new') });
    expect(second.has).toEqual(sorted(...owners('gold'), ...documents('new')));
    await importAll(ccid, 'interactions', owners('silver'));
    const last = await job.run();
    expect(last.deleted.map(({ id }) => id).toSorted()).toEqual(
      ids.flatMap((id) => [id, `${id}1`, `${id}2`]),
    );
    expect(last.has).toEqual([]);
  });

  it('is one of contacts, too, whose attributes follow them', async () => {
    const ccid = await newCenter('filtered-contacts');
    const contact = (name: string) =>
      JSON.stringify({ CONTACTID: 'c', CREATEDDATE: '2024-05-01', STRATTRIBUTE1: name });
    const attribute = JSON.stringify({ ID: 'a', CONTACTID: 'c', ATTRIBUTENAME: 'Phone' });
    const job = await follow(ccid, [{ name: 'STRATTRIBUTE1', operator: 'startsWith', value: 'An' }], {
      type: 'Contact',
    });
    await importAll(ccid, 'contacts', [contact('Ben')]);
    await importAll(ccid, 'contact-attributes', [attribute]);
    expect((await job.run()).has).toEqual([]);
    await importAll(ccid, 'contacts', [contact('Anna')]);
    expect((await job.run()).has).toEqual(sorted(contact('Anna'), attribute));
    await importAll(ccid, 'contacts', [contact('Bea')]);
    const last = await job.run();
    expect(told(last.deleted)).toEqual(['contact-attributes a moved', 'contacts c moved']);
    expect(last.has).toEqual([]);
  });

  it('is foretold by what its owners that changed may bring, and no less', async () => {
    const ccid = await newCenter('filtered-foretold');
    const job = await follow(ccid, [GOLD]);
    await importAll(ccid, 'interactions', [tier('A', 'silver'), tier('B', 'silver')]);
    await importAll(ccid, 'documents', [document('d', 'A'), document('e', 'B')]);
    await job.run();
    await importAll(ccid, 'interactions', [tier('A', 'gold')]);
    const preview = await previewEdit(jobContext(), ccid, { id: job.id, request: job.request });
    expect(preview).toMatchObject({ ok: true, value: { records: 2, exact: false } });
    const { came } = await job.run();
    expect(came).toEqual([tier('A', 'gold'), document('d', 'A')]);
  });
});
