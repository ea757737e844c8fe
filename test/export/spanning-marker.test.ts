import { Buffer } from 'node:buffer';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { plannedBytes } from '../../src/export/planned-bytes.ts';
import type { SliceContext } from '../../src/export/slice-context.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import type { Lease, Plan, RunProtocol } from '../../src/model/protocol.ts';
import type { RecordSource } from '../../src/records/source/source.ts';
import { carryOut, config, firstRun, importAll, interaction, submit } from '../support/center.ts';
import { recordPieces } from '../client/open/joining.ts';
import { entriesOfSet, newSplitCenter, openedArtifacts } from './run-volumes.ts';
import { cuttingSource as source } from '../support/record-stores.ts';

/** About 600 bytes a record, of which deflate saves a third. */
const records = (count: number): readonly string[] =>
  recordPieces(count, 500).map((piece, index) =>
    interaction(`I${String(index).padStart(5, '0')}`, { TEXT: Buffer.from(piece).toString('latin1').trim() }),
  );

async function centerWith(count: number): Promise<string> {
  const ccid = await newSplitCenter('marker');
  await importAll(ccid, 'interactions', records(count));
  return ccid;
}
const splitAt = (fileSplitSize: string) => ({
  jobParams: { type: 'Interaction', media: [], fileSplitSize },
});

/** The volumes of a job's first run after it was carried out. */
async function volumes(ccid: string, job: JobView, change: Partial<SliceContext> = {}) {
  await carryOut(ccid, job, change);
  return (await openedArtifacts(ccid, firstRun(job))).map(({ plain }) => plain);
}
const begins = (volume: Buffer | undefined) => volume?.toString('latin1', 0, 4);

describe('the archive of a run', () => {
  it('begins with a local file header when it is one file, asked to be split or not', async () => {
    const ccid = await centerWith(80);
    for (const change of [{}, splitAt('64KB'), splitAt('512MB')]) {
      const [only, ...more] = await volumes(ccid, await submit(ccid, change));
      expect([begins(only), more]).toEqual(['PK\x03\x04', []]);
    }
  });

  it('begins with the spanning marker when it passes its volume', async () => {
    const ccid = await centerWith(400);
    const set = await volumes(ccid, await submit(ccid, splitAt('64KB')));
    expect(set.length).toBeGreaterThan(1);
    expect(begins(set[0])).toBe('PK\x07\x08');
    const most = { config: { ...config, maxVolumeBytes: 64 * 1024 } };
    expect(begins((await volumes(ccid, await submit(ccid), most))[0])).toBe('PK\x07\x08');
  });

  it('is never longer than planned, and is told so to the byte of a volume', async () => {
    const ccid = await centerWith(100);
    const job = await submit(ccid, { title: '顧客の履歴' });
    const { planned, whole } = await plannedAndWhole(ccid, job);
    expect(planned).toBeGreaterThanOrEqual(whole.length);
    for (const [bytes, beginning] of [
      [planned, 'PK\x03\x04'],
      [planned - 1, 'PK\x07\x08'],
    ] as const) {
      // The same title and ids of the same length: the same plan.
      const again = await submit(ccid, { title: '顧客の履歴' });
      const volume = { config: { ...config, maxVolumeBytes: bytes } };
      const [only, ...more] = await volumes(ccid, again, volume);
      expect([begins(only), more]).toEqual([beginning, []]);
    }
  });

  it('goes on without it when more than was counted makes a second volume', async () => {
    const ccid = await centerWith(400);
    const all = records(400);
    const job = await submit(ccid, splitAt('64KB'));
    const set = await volumes(ccid, job, { source: counting(1_000) });
    expect(set.length).toBeGreaterThan(1);
    expect(begins(set[0])).toBe('PK\x03\x04');
    const entries = await entriesOfSet(set);
    expect(entries[`EmailIn-${job.id}.json`]?.toString()).toBe(all.map((text) => `${text}\n`).join(''));
  });

  it('goes on as it began from a checkpoint of the version that marked every archive', async () => {
    const ccid = await centerWith(60);
    const job = await submit(ccid);
    const [only, ...more] = await volumes(ccid, job, {
      config: { ...config, slicePages: 1 },
      source: marked(10),
      job: forgetting(jobObject(env.EXPORT_JOB, ccid, job.id)),
    });
    expect([begins(only), more]).toEqual(['PK\x07\x08', []]);
    const entries = await entriesOfSet([only ?? Buffer.alloc(0)]);
    expect(entries[`EmailIn-${job.id}.json`]?.toString().match(/\n/g)).toHaveLength(60);
  });
});

/** What is planned of a run that was carried out, and the one volume that it wrote. */
async function plannedAndWhole(ccid: string, job: JobView) {
  const object = jobObject(env.EXPORT_JOB, ccid, job.id);
  const leases: { lease: Lease; plan: Plan }[] = [];
  const spied: RunProtocol = {
    ...protocolOf(object),
    fixPlan: async (token, plan) => {
      const granted = await object.fixPlan(token, plan);
      if (granted.ok) leases.push({ lease: granted.value, plan });
      return granted;
    },
  };
  const [whole = Buffer.alloc(0)] = await volumes(ccid, job, { job: spied });
  const [fixed] = leases;
  if (!fixed) throw new Error('no plan was made');
  return { whole, planned: plannedBytes(fixed.plan, fixed.lease.job) };
}

/** The source that says of every entry that it has so many bytes. */
const counting = (bytes: number): RecordSource => ({
  ...source,
  begin: async (...asked) => {
    const begun = await source.begin(...asked);
    return begun && { ...begun, entries: begun.entries.map((entry) => ({ ...entry, bytes })) };
  },
});

/** The same in pages of `size` records; it counts what no volume holds, so that the archive is marked. */
const marked = (size: number): RecordSource => ({
  ...counting(2 ** 31),
  page: (scope, entry, after) =>
    source.page(scope, { ...entry, bytes: entry.records * (2 ** 20 / size) }, after),
});

/** An object of a version whose checkpoints do not say whether the archive is marked, and that has one consumer at a time write it. */
function forgetting(object: ReturnType<typeof jobObject>): RunProtocol {
  const protocol = protocolOf(object);
  let resumed = 0;
  return {
    ...protocol,
    lease: async (runId, seq) => {
      const granted = await protocol.lease(runId, seq);
      if (!granted.ok || granted.value.checkpoint === null) return granted;
      resumed += 1;
      const said = '"marker":true,';
      expect(granted.value.checkpoint).toContain(said);
      const checkpoint = granted.value.checkpoint.replace(said, '');
      return { ok: true, value: { ...granted.value, checkpoint } };
    },
    fixPlan: async (token, plan) => {
      const granted = await protocol.fixPlan(token, plan);
      return granted.ok ? { ok: true, value: { ...granted.value, laysOut: false } } : granted;
    },
    finish: async (token, stored) => {
      expect(resumed).toBeGreaterThan(2);
      return protocol.finish(token, stored);
    },
  };
}

/** A stub has no properties of its own to copy. */
const protocolOf = (object: ReturnType<typeof jobObject>): RunProtocol => ({
  lease: (runId, seq, volume) => object.lease(runId, seq, volume),
  renew: (token, exported) => object.renew(token, exported),
  fixPlan: (token, plan) => object.fixPlan(token, plan),
  opened: (token, volume) => object.opened(token, volume),
  commit: (token, commit) => object.commit(token, commit),
  laidOut: (token, slice) => object.laidOut(token, slice),
  finish: (token, stored) => object.finish(token, stored),
  restarted: (token, reason) => object.restarted(token, reason),
  stumbled: (token, reason) => object.stumbled(token, reason),
  failed: (token, reason) => object.failed(token, reason),
});
