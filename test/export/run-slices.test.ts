import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runSlice } from '../../src/export/slice.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import type { SliceMessage } from '../../src/model/protocol.ts';
import type { RecordSource } from '../../src/records/source/source.ts';
import {
  archiveOf,
  carryOut,
  config,
  firstMessage,
  importAll,
  newCenter,
  sliceContext,
  submit,
} from '../support/center.ts';
import { emptied, endedItem, statusOf } from '../support/waiting.ts';
import { lines, many, smallPages } from './small-pages.ts';

beforeEach(() => {
  // Faults that the tests plant are reported there.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('slices', () => {
  it('of one page each give the entries of a run in one slice', async () => {
    const ccid = await newCenter('slices');
    const texts = many(500);
    await importAll(ccid, 'interactions', texts);
    const whole = await submit(ccid);
    expect(await carryOut(ccid, whole)).toBe(1);
    const cut = await submit(ccid);
    const slices = await carryOut(ccid, cut, {
      config: { ...config, slicePages: 1 },
      source: smallPages(20),
    });
    expect(slices).toBeGreaterThan(20);
    const expected = lines(texts);
    expect((await archiveOf(ccid, whole))[`EmailIn-${whole.id}.json`]).toBe(expected);
    expect((await archiveOf(ccid, cut))[`EmailIn-${cut.id}.json`]).toBe(expected);
  });

  it('delivered twice, at once or one after the other, are carried out once', async () => {
    const ccid = await newCenter('twice');
    const texts = many(200);
    await importAll(ccid, 'interactions', texts);
    const job = await submit(ccid);
    const sent: SliceMessage[] = [firstMessage(ccid, job)];
    const context = {
      ...sliceContext(ccid, job, sent),
      config: { ...config, slicePages: 1 },
      source: smallPages(20),
    };
    for (let message = sent.shift(); message; message = sent.shift()) {
      await Promise.all([runSlice(context, message), runSlice(context, message)]);
      await runSlice(context, message);
    }
    expect((await archiveOf(ccid, job))[`EmailIn-${job.id}.json`]).toBe(lines(texts));
  });

  it('that a consumer leaves half-way with a fault are begun again from their checkpoint', async () => {
    const ccid = await newCenter('faults');
    const texts = many(200);
    await importAll(ccid, 'interactions', texts);
    const job = await submit(ccid);
    const healthy = smallPages(20);
    let pages = 0;
    const faulty: RecordSource = {
      ...healthy,
      page: async (...query) => {
        pages += 1;
        if (pages % 4 === 0) throw new Error('the network is down');
        return healthy.page(...query);
      },
    };
    const sent: SliceMessage[] = [firstMessage(ccid, job)];
    const context = {
      ...sliceContext(ccid, job, sent),
      config: { ...config, slicePages: 3 },
      source: faulty,
    };
    let last = sent[0]!; // just put there
    for (let round = 0; round < 200 && (await statusOf(ccid, job)) !== 'Finished'; round += 1) {
      last = sent.shift() ?? last;
      await runSlice(context, last);
    }
    expect(pages).toBeGreaterThan(12);
    await endedItem(ccid, job, 'Finished');
    expect((await archiveOf(ccid, job))[`EmailIn-${job.id}.json`]).toBe(lines(texts));
  });

  it('that always fail fail the run with the fault, and leave nothing in R2', async () => {
    const ccid = await newCenter('failing');
    await importAll(ccid, 'interactions', many(100));
    const job = await submit(ccid);
    const source: RecordSource = {
      ...smallPages(20),
      page: async (scope, part, after) => {
        if (after !== null) throw new Error('D1_ERROR: near "John Doe": syntax error: SQLITE_ERROR');
        return smallPages(20).page(scope, part, after);
      },
    };
    const context = { ...sliceContext(ccid, job, []), source };
    for (let round = 0; round < 6; round += 1) await runSlice(context, firstMessage(ccid, job));
    await runDurableObjectAlarm(jobObject(env.EXPORT_JOB, ccid, job.id));
    await emptied(`artifacts/${ccid}/`);
    expect(await endedItem(ccid, job, 'Failed')).toMatchObject({
      fileName: '',
      description: 'The export met the same fault again and again: D1 refused a statement (d1-sql).',
    });
    const names = await env.DB.prepare('SELECT name FROM artifacts WHERE ccid = ?').bind(ccid).all();
    expect(names.results).toEqual([]);
  });
});
