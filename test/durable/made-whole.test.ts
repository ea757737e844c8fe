import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { jobObject } from '../../src/jobs/job-object.ts';
import { parseDefinition } from '../../src/model/definition.ts';
import { jobRequest, newCenter } from '../support/center.ts';

it('keeps a job that runs at once and its run in one stretch: an object may end whenever it waits for another', async () => {
  const ccid = await newCenter('whole');
  const definition = parseDefinition(jobRequest(), { ownMedia: [], now: Date.now() });
  if (!definition.ok) throw new Error('the request is no job');
  const [id, runId] = [900_001, 900_002];
  await runInDurableObject(jobObject(env.EXPORT_JOB, ccid, id), async (object, { storage }) => {
    const made = object.create({ ccid, id, runId, definition: definition.value, nonce: 'one' });
    // Nothing was waited for yet.
    expect(storage.sql.exec('SELECT id FROM runs').toArray()).toEqual([{ id: runId }]);
    await made;
  });
});
