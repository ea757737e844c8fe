import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { runSlice } from '../../src/export/slice.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import type { SliceMessage } from '../../src/model/protocol.ts';
import { config, firstMessage, importAll, newCenter, sliceContext, submit } from '../support/center.ts';
import { emptied, endedItem } from '../support/waiting.ts';
import { many, smallPages } from './small-pages.ts';

describe('at rest', () => {
  it('nothing of a record is in R2 in the clear, and nothing of a key or a record in the object', async () => {
    const ccid = await newCenter('rest');
    const needle = 'needle-in-the-haystack';
    await importAll(
      ccid,
      'interactions',
      many(100).map((text) => text.replace('record', needle)),
    );
    const job = await submit(ccid);
    const sent: SliceMessage[] = [];
    const context = {
      ...sliceContext(ccid, job, sent),
      config: { ...config, slicePages: 1 },
      source: smallPages(20),
    };
    await runSlice(context, firstMessage(ccid, job));
    expect(sent).toHaveLength(1);
    const { objects } = await env.BUCKET.list({ prefix: `tail/${ccid}/` });
    expect(objects).toHaveLength(1);
    const tail = await env.BUCKET.get(objects[0]?.key ?? '');
    const text = (await tail?.text()) ?? '';
    expect(text).toContain('smime-type=enveloped-data');
    expect(text).toMatch(/\n\n[A-Za-z0-9+/=\n]+$/);
    const object = jobObject(env.EXPORT_JOB, ccid, job.id);
    const kept = await runInDurableObject(object, (_, { storage }) =>
      JSON.stringify(storage.sql.exec('SELECT data FROM runs').toArray()),
    );
    expect(kept).toContain('secret');
    expect(kept).not.toContain(needle);
    for (let message = sent.shift(); message; message = sent.shift()) await runSlice(context, message);
    await runDurableObjectAlarm(object);
    await endedItem(ccid, job, 'Finished');
    await emptied(`tail/${ccid}/`);
  });
});
