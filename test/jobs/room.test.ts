import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { consume } from '../../src/jobs/consume.ts';
import { Gate, type Held } from '../../src/platform/gate.ts';
import {
  config,
  importAll,
  interaction,
  jobContext,
  jobRequest,
  newCenter,
  NO_COMPACTIONS,
  NO_DELIVERIES,
} from '../support/center.ts';
import { createJob } from '../../src/jobs/create-job.ts';
import { source } from '../support/record-stores.ts';

/** Counts how often a place is spoken of. */
class CountingGate extends Gate {
  renewed = 0;
  override async enter(...wanted: Parameters<Gate['enter']>): Promise<Held | null> {
    const place = await super.enter(...wanted);
    const renew = () => {
      this.renewed += 1;
      place?.renew();
    };
    return place && { leave: () => place.leave(), renew };
  }
}

it('a slice that finds no room goes back to the queue untouched, and is carried out when it comes again', async () => {
  const ccid = await newCenter('room');
  await importAll(ccid, 'interactions', [interaction('a')]);
  const made = await createJob({ ...jobContext(), source }, ccid, jobRequest());
  if (!made.ok) throw new Error(made.failure.code);
  const { id: jobId } = made.value;
  // Some seconds pass with every look.
  let now = 0;
  const gate = new CountingGate(1, { now: () => (now += 4_000) });
  const context = {
    config,
    db: env.DB,
    bucket: env.BUCKET,
    objects: env.EXPORT_JOB,
    centers: env.CENTER,
    registry: env.REGISTRY,
    gate,
    deliveries: NO_DELIVERIES,
    compactions: NO_COMPACTIONS,
    source,
    send: async () => undefined,
    now: Date.now,
  };
  const run = await env.DB.prepare('SELECT id FROM runs WHERE job_id = ?').bind(jobId).first<number>('id');
  const message = { format: 1, kind: 'slice', ccid, jobId, runId: run, seq: 0 };
  const untouched = new Proxy(env.EXPORT_JOB, {
    get: () => () => {
      throw new Error('the job was asked');
    },
  });
  const place = gate.tryEnter(1);
  expect(await consume({ ...context, objects: untouched }, message)).toBe(false);
  place?.leave();
  await expect(consume({ ...context, objects: untouched }, message)).rejects.toThrow('the job was asked');
  expect(gate.renewed).toBe(0);
  expect(await consume(context, message)).toBe(true);
  // A slice may take longer than a place is kept for one that says nothing.
  expect(gate.renewed).toBeGreaterThan(0);
});
