import { createExecutionContext, createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it, vi } from 'vitest';
import { planRun } from '../../src/export/plan-run.ts';
import { manifestOf } from '../../src/export/entries.ts';
import worker from '../../src/index.ts';
import { HOURLY } from '../../src/jobs/crons.ts';
import { findCertificates } from '../../src/store/certificates.ts';
import { placedObjects } from '../../src/platform/placed-objects.ts';
import { jobContext, newCenter } from '../support/center.ts';
import { signToken } from '../http/harness.ts';

const CLASSES = ['EXPORT_JOB', 'CENTER', 'REGISTRY', 'AUDIT', 'RECORDS'] as const;

/** Namespaces of a platform that has jurisdictions: no object is to be had but of the one that is asked for. */
function placedEnv(jurisdiction: string) {
  const asked = new Set<string>();
  const strict = Object.fromEntries(
    CLASSES.map((name) => {
      const real = env[name];
      const outside = () => {
        throw new Error(`an object of ${name} outside of its jurisdiction`);
      };
      const placed = (of: string) => {
        asked.add(`${name} ${of}`);
        return real;
      };
      return [name, { jurisdiction: placed, idFromName: outside, get: outside, getByName: outside }];
    }),
  );
  // As much of the namespaces as anybody may use of them.
  return { asked, env: { ...env, ...strict, JURISDICTION: jurisdiction } as unknown as Env };
}

it('asks for every object in the jurisdiction, and tells of it in version and manifest', async () => {
  await env.DB.exec('DELETE FROM deployment');
  const { asked, env: eu } = placedEnv('eu');
  const ccid = await newCenter('placed');
  const authorization = `Bearer ${await signToken(ccid)}`;
  const ask = (path: string, init: { method?: string; body?: string } = {}) =>
    worker.fetch(
      new Request<unknown, IncomingRequestCfProperties>(`https://udm.test/udm/v10${path}`, {
        ...init,
        headers: { Authorization: authorization, 'Content-Type': 'application/json' },
      }),
      eu,
      createExecutionContext(),
    );
  expect(await (await ask('/version')).json()).toMatchObject({ jurisdiction: 'eu' });
  const body = JSON.stringify({
    source: 'UCS',
    type: 'UCS',
    title: 'a',
    timeFrame: { all: true },
    schedulerParam: { immediately: true },
    jobParams: { type: 'Interaction', media: ['all'] },
    suspended: false,
  });
  expect((await ask('/export/jobs', { method: 'POST', body })).status).toBe(202);
  expect((await ask('/audit')).status).toBe(200);
  expect((await ask('/contacts/none', { method: 'DELETE' })).status).toBeLessThan(500);
  await worker.scheduled(createScheduledController({ cron: '* * * * *' }), eu);
  await worker.scheduled(createScheduledController({ cron: HOURLY }), eu);
  expect([...asked].toSorted()).toEqual(CLASSES.map((name) => `${name} eu`).toSorted());

  const [certificate] = await findCertificates(env.DB, ccid);
  const { source } = jobContext();
  const job = {
    ccid,
    jobId: 1,
    runId: 2,
    type: 'Interaction',
    exportType: 'UCS',
    from: null,
    to: null,
    media: null,
    filters: [],
  } as never;
  const plan = await planRun(job, {
    source,
    renew: async () => undefined,
    certificates: [certificate!],
    maxVolumeBytes: 1,
    jurisdiction: 'eu',
    now: Date.now(),
    uuid: crypto.randomUUID(),
  });
  expect(JSON.parse(manifestOf(plan, job, { entries: [], records: [], deleted: 0 }))).toMatchObject({
    jurisdiction: 'eu',
  });
});

it('makes objects where a location says, and in a jurisdiction as well', () => {
  const asked: unknown[] = [];
  const namespace = {
    get: (...args: unknown[]) => void asked.push(['get', ...args]),
    getByName: (...args: unknown[]) => void asked.push(['getByName', ...args]),
    idFromName: (name: string) => name,
    jurisdiction: (of: string) => (asked.push(of), namespace),
  };
  const objects = namespace as unknown as typeof env.CENTER; // as much of it as is asked
  const hinted = placedObjects(objects, { jurisdiction: 'eu', location: 'weur' });
  hinted.get(hinted.idFromName('a'));
  hinted.getByName('b');
  expect(asked).toEqual([
    'eu',
    ['get', 'a', { locationHint: 'weur' }],
    ['getByName', 'b', { locationHint: 'weur' }],
  ]);
  expect(placedObjects(objects, { jurisdiction: 'none', location: null })).toBe(objects);
});

it('answers nothing where all that there is lies elsewhere', async () => {
  await env.DB.exec("DELETE FROM deployment; INSERT INTO deployment (id, jurisdiction) VALUES (1, 'us')");
  vi.resetModules();
  const { default: again } = await import('../../src/index.ts');
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const ask = () =>
    again.fetch(
      new Request('https://udm.test/udm/v10/version'),
      placedEnv('eu').env,
      createExecutionContext(),
    );
  for (const answer of [await ask(), await ask()])
    expect([answer.status, await answer.json()]).toMatchObject([
      503,
      { status: { detail: { code: 'not-configured' } } },
    ]);
  expect(String(log.mock.calls[0]?.[0])).toContain(
    'JURISDICTION (is eu, and all that there is lies in us: it cannot move)',
  );
  log.mockRestore();
});
