import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { EVERY_MINUTE } from '../../src/jobs/crons.ts';
import { startMessage } from '../../src/model/protocol.ts';
import { signToken } from '../http/harness.ts';
import { firstMessage, historyItem, importAll, interaction, newCenter, submit } from '../support/center.ts';
import { noise } from './noise.ts';
import { insertRows } from './rows.ts';
import { limitedPlatform } from './platform.ts';

const platform = limitedPlatform();

/** Asks as an administrator of a contact center. */
async function asked(ccid: string, path: string, init: RequestInit = {}) {
  const seconds = Math.floor(Date.now() / 1_000);
  const token = await signToken(ccid, { claims: { iat: seconds, exp: seconds + 3_600 } });
  const headers = { ...(init.headers as Record<string, string>), Authorization: `Bearer ${token}` };
  return platform.fetch(path, { ...init, headers });
}

const jsonLines = (body: string): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-ndjson' },
  body,
});

describe('no invocation asks more than the platform gives', () => {
  it('an import that makes a batch of each line asks D1 hardly more than any', async () => {
    const ccid = await newCenter('hostile');
    const lines = Array.from({ length: 400 }, (_, index) =>
      interaction('same', { [`K${index}`]: index, [`L${index}`]: 'x' }),
    );
    const answer = await asked(ccid, '/udm/v10/import/interactions', jsonLines(lines.join('\n')));
    expect(JSON.parse(answer.text)).toMatchObject({ inserted: 1, updated: 399 });
    expect(platform.calls.refused).toEqual([]);
    expect(platform.calls.most.statements).toBeLessThan(50);
    // The keys of what was written are known, too.
    const kept = JSON.parse((await asked(ccid, '/udm/v10/data/attributes')).text) as unknown[];
    expect(JSON.stringify(kept)).toContain('"L200"');
  });

  it('1,000 history items and 1,000 jobs are deleted in one request, ghosts and strangers among them', async () => {
    const ccid = await newCenter('bulk');
    const job = await submit(ccid);
    await insertRows(ccid, { runs: 300, jobs: 0, jobId: job.id });
    const shown = await env.DB.prepare('SELECT id FROM runs WHERE ccid = ? AND id <> ?')
      .bind(ccid, job.id + 1)
      .all<{ id: number }>();
    const ids = shown.results.map(({ id }) => id);
    const strangers = Array.from({ length: 700 }, (_, index) => 900_000_000 + index);
    const path = (resource: string, of: readonly number[]) =>
      `/udm/v10/export/${resource}?jobIDs=${of.join(',')}`;
    const runs = await asked(ccid, path('history', [...ids, ...strangers]), { method: 'DELETE' });
    expect(runs.status).toBe(400);
    expect(JSON.parse(runs.text)).toMatchObject({ status: { detail: { code: 'not-all-deleted' } } });
    expect(platform.calls.refused).toEqual([]);
    // Ghosts are gone.
    const left = await env.DB.prepare('SELECT count(*) AS n FROM runs WHERE ccid = ?').bind(ccid).first('n');
    expect(left).toBe(1);

    await insertRows(ccid, { runs: 0, jobs: 300, jobId: job.id });
    const jobs = await env.DB.prepare('SELECT id FROM jobs WHERE ccid = ? AND id <> ?')
      .bind(ccid, job.id)
      .all<{ id: number }>();
    const all = [...jobs.results.map(({ id }) => id), ...strangers];
    expect((await asked(ccid, path('jobs', all), { method: 'DELETE' })).status).toBe(400);
    expect(platform.calls.refused).toEqual([]);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM jobs WHERE ccid = ?').bind(ccid).first('n')).toBe(
      1,
    );
  });

  it('2,000 jobs are due in one minute', async () => {
    const ccid = await newCenter('due');
    await insertRows(ccid, { runs: 0, jobs: 2_000, jobId: 1, nextStartsAt: Date.now() - 1_000 });
    await platform.scheduled(EVERY_MINUTE);
    expect(platform.starts.filter((body) => startMessage.parse(body).ccid === ccid)).toHaveLength(2_000);
    expect(platform.calls.refused).toEqual([]);
    // Ten starts of jobs that are none, each of which goes.
    await platform.queue('export-starts', platform.starts.slice(0, 10));
    expect(platform.calls.refused).toEqual([]);
    await env.DB.prepare('DELETE FROM jobs WHERE ccid = ?').bind(ccid).run();
  });

  it('a run whose volumes have several parts', async () => {
    const ccid = await newCenter('parts');
    const large = (index: number): string =>
      interaction(`I${index}`, {
        TEXT: noise(800_000),
      });
    await importAll(
      ccid,
      'interactions',
      Array.from({ length: 30 }, (_, index) => large(index)),
    );
    const job = await submit(ccid);
    const messages: unknown[] = [firstMessage(ccid, job)];
    for (let message = messages.shift(); message; message = messages.shift()) {
      await platform.queue('export-slices', [message]);
      messages.push(...platform.slices.splice(0));
    }
    expect(await historyItem(ccid, job)).toMatchObject({ status: 'Finished' });
    await platform.queue('export-slices-dead', [firstMessage(ccid, job)]);
    expect(platform.calls.refused).toEqual([]);
  });
});
