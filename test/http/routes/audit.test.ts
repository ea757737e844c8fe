import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../durable/audit-links.ts';
import { AuditTrail } from '../../../src/identity/audit-trail.ts';
import { ChainCheck, type ChainPoint } from '../../../src/model/audit/chain.ts';
import type { AuditItem } from '../../../src/model/audit/entry.ts';
import { entriesAfter, told } from '../audit-entries.ts';
import { callerOf, config, makeApp, newCenter } from '../harness.ts';
import { ROWS } from './operations.ts';
import { seed } from './seed.ts';

const { app, settled } = makeApp();
const entries = entriesAfter(settled);

describe('GET audit', () => {
  it('lists a center’s own entries by filters and cursor, and as JSON Lines that verify', async () => {
    const ccid = newCenter();
    const things = await seed(ccid);
    const call = await callerOf(app, ccid);
    const importer = await callerOf(app, ccid, ['importer']);
    for (let n = 0; n < 5; n += 1)
      await call(`/udm/v10/export/jobs/suspend/${things['busyJob']}`, { method: 'POST' });
    await call('/udm/v10/contacts/Jo', { method: 'DELETE' });
    await importer('/udm/v10/export/jobs');
    const list = async (query: string) =>
      (await call(`/udm/v10/audit?${query}`)).json<{
        count?: number;
        items: AuditItem[];
        nextCursor?: string;
      }>();
    const whole = await list('');
    expect(whole.count).toBe(7);
    expect(whole.items.map(({ action }) => action)).toEqual([
      'job.read',
      'contact.erase',
      ...Array(5).fill('job.suspend'),
    ]);
    expect(await list('action=SUSPEND&outcome=done&actor=some')).toMatchObject({ count: 5 });
    expect(await list(`object=job:${things['busyJob']}&size=2&from=1`)).toMatchObject({
      count: 5,
      items: whole.items.slice(3, 5),
    });
    expect(await list('object=contact:Jo')).toMatchObject({ count: 1, items: [{ action: 'contact.erase' }] });
    expect(await list('object=contact:J')).toMatchObject({ count: 0, items: [] });
    expect(await list(`startDate=${whole.items[0]?.time ?? ''}&endDate=2000-01-01`)).toMatchObject({
      count: 0,
    });
    const walked: AuditItem[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page: Awaited<ReturnType<typeof list>> = await list(`size=3&cursor=${cursor}`);
      walked.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(walked).toEqual(whole.items);

    const chain = await (
      await call('/udm/v10/audit/chain')
    ).json<{
      anchor: ChainPoint;
      head: ChainPoint;
    }>();
    const answer = await call('/udm/v10/audit?orderField=id&descAsc=false', {
      headers: { Accept: 'application/x-ndjson' },
    });
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    const items = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AuditItem);
    expect(items).toEqual(whole.items.toReversed());
    const check = new ChainCheck(hashOf, chain.anchor, chain.head);
    for (const item of items) expect(await check.take(item)).toBeNull();
    expect([await check.close(), check.at]).toEqual([null, chain.head]);

    const auditor = await callerOf(app, ccid, ['auditor']);
    expect((await auditor('/udm/v10/audit')).status).toBe(200);
    for (const path of ['/udm/v10/audit', '/udm/v10/audit/chain'])
      expect((await (await callerOf(app, ccid, ['exporter']))(path)).status).toBe(403);
    const stranger = await callerOf(app, newCenter());
    expect(await (await stranger('/udm/v10/audit')).json()).toMatchObject({ count: 0, items: [] });
  });

  it('what dies between entry and act, or between act and end, stands in the log as begun', async () => {
    const ccid = newCenter();
    await seed(ccid);
    const json = ROWS.find(({ method, path }) => method === 'POST' && path === '/export/jobs')?.success.json;
    const create = (call: Awaited<ReturnType<typeof callerOf>>, title: string) =>
      call('/udm/v10/export/jobs', {
        method: 'POST',
        body: JSON.stringify({ ...json, title }),
        headers: { 'Content-Type': 'application/json' },
      });
    /** The log of real objects, from which some calls never come back. */
    const cut = (...lost: readonly ('append' | 'end')[]) => {
      const get = (id: DurableObjectId) => {
        const real = env.AUDIT.get(id);
        const dies = async () => Promise.reject(new Error('the isolate is gone'));
        return {
          append: (entry: never) => (lost.includes('append') ? dies() : real.append(entry)),
          end: (entry: never, end: never) => (lost.includes('end') ? dies() : real.end(entry, end)),
        };
      };
      const objects = { idFromName: (name: string) => env.AUDIT.idFromName(name), get };
      return makeApp({
        audit: new AuditTrail({ config, objects, later: () => undefined }),
      });
    };
    // The act throws behind its entry, and the end is lost with it: nothing was done, and that it may have been is known.
    const before = cut('end');
    expect((await create(await callerOf(before.app, ccid), 'broken')).status).toBe(500);
    // The act is done, and its end is lost.
    const after = cut('end');
    expect((await create(await callerOf(after.app, ccid), 'done')).status).toBe(202);
    // The entry is lost: the act is not done.
    const never = cut('append');
    expect((await create(await callerOf(never.app, ccid), 'never')).status).toBe(503);
    expect([...after.created, ...never.created].map(({ request }) => request.title)).toEqual(['done']);
    expect(told(await entries(ccid))).toEqual([
      ['user', 'somebody', 'job.create', 'unknown', 1],
      ['user', 'somebody', 'job.create', 'unknown', 1],
    ]);
    const whole = await callerOf(app, ccid);
    const { anchor, head } = await (
      await whole('/udm/v10/audit/chain')
    ).json<{ anchor: ChainPoint; head: ChainPoint }>();
    const check = new ChainCheck(hashOf, anchor, head);
    for (const item of await entries(ccid)) expect(await check.take(item)).toBeNull();
    expect(await check.close()).toBeNull();
  });

  it('what cannot be entered is refused and not done; reads go on', async () => {
    const away = {
      idFromName: () => 0,
      get: () => ({ append: async () => Promise.reject(new Error('away')) }),
    };
    const { app: cut, created } = makeApp({
      audit: new AuditTrail({ config, objects: away as never, later: () => undefined }),
    });
    const ccid = newCenter();
    await seed(ccid);
    const call = await callerOf(cut, ccid);
    const body = JSON.stringify(
      ROWS.find(({ method, path }) => method === 'POST' && path === '/export/jobs')?.success.json,
    );
    const made = await call('/udm/v10/export/jobs', {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
    });
    expect([made.status, made.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(await made.json()).toMatchObject({ status: { detail: { code: 'audit-away' } } });
    expect(created).toEqual([]);
    expect((await call('/udm/v10/export/jobs')).status).toBe(200);
    // Nor is a password set, and the invitation is good still.
    const whole = await callerOf(app, ccid);
    const headers = { 'Content-Type': 'application/json' };
    const invited = await whole('/udm/v10/users', {
      method: 'POST',
      body: JSON.stringify({ name: 'invited', roles: [] }),
      headers,
    });
    const { invitation } = await invited.json<{ invitation: string }>();
    const accept = async (at: typeof app) => {
      const token = invitation.slice(invitation.indexOf('#') + 1);
      const chosen = JSON.stringify({ token, password: 'a long enough secret' });
      return (await at.request('/auth/v3/invitation', { method: 'POST', body: chosen, headers })).status;
    };
    expect([await accept(cut), await accept(app)]).toEqual([503, 200]);
  });
});
