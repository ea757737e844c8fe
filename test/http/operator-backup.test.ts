import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/config/secret.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import { addWork } from '../../src/store/work.ts';
import { COMES_LAST, countLine, type BackupHead, type BackupLine } from '../../src/model/backup.ts';
import { auditObjectName } from '../../src/model/object-names.ts';
import {
  carryOut,
  firstRun,
  importAll,
  interaction,
  newCenter as newCenterWithCertificate,
  submit,
} from '../support/center.ts';
import { addClient, addUser, callerOf, config, makeApp, newCenter, type Failed } from './harness.ts';

const KEY = 'k'.repeat(32);
const { app, clock, settled } = makeApp({ config: { ...config, operatorKey: new Secret(KEY) } });

const ask = (path: string, body: unknown, method = 'POST') =>
  app.request(`/udm/operator/centers/${path}`, {
    method,
    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
const codeOf = async (response: Response): Promise<readonly [number, string]> => [
  response.status,
  (await response.json<Failed>()).status.detail.code,
];
const json = (method: string, body: object): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

interface Told {
  readonly head: BackupHead;
  readonly lines: readonly BackupLine[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Everything that a backup tells, as `npm run backup` asks for it. */
async function backUp(ccid: string): Promise<Told> {
  const lines: BackupLine[] = [];
  for (let place: unknown = null, steps = 0; ; steps += 1) {
    expect(steps).toBeLessThan(100);
    const answer = await ask(`${ccid}/backup`, place);
    expect(answer.status).toBe(200);
    const step = await answer.json<{ lines: BackupLine[]; next: unknown }>();
    lines.push(...step.lines);
    place = step.next;
    if (place === null) break;
  }
  const [head, ...rest] = lines;
  if (head?.kind !== 'center') throw new Error('no head');
  const counts: Record<string, number> = {};
  for (const line of rest) countLine(counts, line);
  return { head, lines: rest, counts };
}

const begin = ({ head }: Told) => ask(`${head.ccid}/return/begin`, head);
const send = ({ head }: Told, lines: readonly BackupLine[]) =>
  ask(`${head.ccid}/return/lines`, { backup: head.backup, audit: head.audit.anchor, lines });
const end = ({ head, counts }: Told) =>
  ask(`${head.ccid}/return/end`, { backup: head.backup, audit: head.audit.head.id, counts });

/** What was counted of a contact center by month, and what webhooks were told: all but ids. */
async function countedOf(ccid: string) {
  const [tallies, compaction, work, deliveries] = await env.DB.batch<Record<string, unknown>>(
    [
      'SELECT month, what, code, n FROM tallies WHERE ccid = ?1 ORDER BY 1, 2, 3',
      "SELECT *, 'compaction' AS kind FROM compaction_work WHERE ccid = ?1 ORDER BY month",
      'SELECT * FROM work WHERE ccid = ?1 ORDER BY month, kind',
      'SELECT event_id, webhook, state, answer FROM deliveries WHERE ccid = ?1 ORDER BY id',
    ].map((sql) => env.DB.prepare(sql).bind(ccid)),
  );
  return {
    tallies: tallies?.results ?? [],
    work: [...(compaction?.results ?? []), ...(work?.results ?? [])],
    deliveries: deliveries?.results ?? [],
  };
}

const comesLast = (line: BackupLine): boolean => line.kind === 'row' && COMES_LAST.includes(line.table);

/** Takes all that a contact center has away, its audit log too. */
async function remove(ccid: string): Promise<void> {
  await ask(ccid, { suspended: true }, 'PATCH');
  clock.now += 180_000;
  for (let next: unknown = { step: 'jobs', withAudit: true }; next;)
    ({ next } = await (await ask(`${ccid}/remove`, next)).json<{ next: unknown }>());
}

const logOf = (ccid: string) => env.AUDIT.get(env.AUDIT.idFromName(auditObjectName(ccid)));
const secretsOf = async (table: string, column: string, ccid: string) =>
  (
    await env.DB.prepare(`SELECT ${column} AS it FROM ${table} WHERE ccid = ?`)
      .bind(ccid)
      .all<{ it: string }>()
  ).results.map(({ it: secret }) => secret);

/** A contact center with something of everything; its jobs are a one-time one that ran, and a recurring one. */
async function furnished(name: string) {
  const ccid = await newCenterWithCertificate(name);
  await addUser('anna', { ccid, password: 'a long enough secret', roles: ['administrator'] });
  await addClient(`client-of-${ccid}`, {
    ccid,
    secret: 'of the client',
    roles: ['exporter'],
    platform: false,
  });
  const caller = await callerOf(app, ccid);
  await caller('/udm/v10/api-keys', json('POST', { name: 'k', roles: ['exporter'] }));
  await caller('/udm/v10/settings', json('PATCH', { cipherByAdministratorsOnly: true }));
  await caller(
    '/udm/v10/webhooks',
    json('POST', { url: 'https://hooks.example/in', events: ['run.finished'] }),
  );
  await ask(ccid, { limits: { runs: 3 } }, 'PATCH');
  await importAll(ccid, 'interactions', [interaction('A'), interaction('B')]);
  const once = await submit(ccid, { title: 'Once' });
  await carryOut(ccid, once);
  const daily = await submit(ccid, { title: 'Daily', schedulerParam: { runs: 'daily', immediately: true } });
  await settled();
  return { ccid, once, daily, caller };
}

describe('a backup of a contact center', () => {
  it('comes back into a deployment that has nothing of it: jobs, history, users, keys and log', async () => {
    const { ccid, once, daily, caller } = await furnished('back');
    const jobs = async () => (await caller('/udm/v10/export/jobs')).text();
    const history = async () =>
      (await (await caller('/udm/v10/export/history')).json<{ items: Record<string, unknown>[] }>()).items;
    const zeros = { milliseconds: 1, d1RowsRead: 2, d1RowsWritten: 3, r2ClassA: 4, r2ClassB: 5 };
    const done = { ccid, invocations: 7, ...zeros, queueOperations: 6, objectRequests: 8 };
    await addWork(env.DB, [
      { ...done, month: '2026-01', kind: 'compaction' },
      { ...done, month: '2026-02', kind: 'runs' },
    ]);
    const countedBefore = await countedOf(ccid);
    expect(countedBefore.tallies.length).toBeGreaterThan(3);
    expect(countedBefore.deliveries.length).toBeGreaterThan(0);
    const [jobsBefore, historyBefore] = [await jobs(), await history()];
    const told = await backUp(ccid);
    expect(told.counts).toMatchObject({
      users: 2,
      clients: 1,
      api_keys: 1,
      webhooks: 1,
      certificates: 1,
      limits: 1,
      center_settings: 1,
      jobs: 2,
      runs: 2,
    });
    // No secret, no hash of one, and no record.
    const text = JSON.stringify(told.lines);
    for (const [table, column] of [
      ['users', 'password_hash'],
      ['clients', 'secret_hash'],
      ['api_keys', 'hash'],
      ['webhooks', 'secret'],
    ] as const)
      for (const secret of await secretsOf(table, column, ccid))
        if (secret !== '') expect(text).not.toContain(secret);
    expect(text).not.toContain('IXNID');

    await remove(ccid);
    expect((await logOf(ccid).ends()).head.id).toBe(0);
    expect(await (await begin(told)).json()).toEqual({});
    const invited: { name: string; invitation: string }[] = [];
    // In small portions, each twice: an answer may be lost.
    const ordered = [...told.lines.filter((line) => !comesLast(line)), ...told.lines.filter(comesLast)];
    for (let at = 0; at < ordered.length; at += 3) {
      const portion = ordered.slice(at, at + 3);
      for (const lines of [portion, portion]) {
        const answer = await send(told, lines);
        expect(answer.status).toBe(200);
        invited.push(...(await answer.json<{ invitations: typeof invited }>()).invitations);
      }
    }
    expect(await (await end(told)).json()).toEqual({ missing: {} });

    const shown = await (await ask(ccid, {}, 'PATCH')).json<{ suspendedAt: string | null }>();
    expect(shown).toMatchObject({ limits: { runs: 3 }, suspendedAt: expect.any(String) });
    expect(await codeOf(await caller('/udm/v10/me'))).toEqual([403, 'center-suspended']);
    await ask(ccid, { suspended: false }, 'PATCH');
    clock.now += 31_000;
    // Of a DataSync job the watermark alone is another. What was under way is Cancelled, and files are gone with R2's.
    expect(JSON.parse(await jobs())).toMatchObject({
      items: (JSON.parse(jobsBefore) as { items: object[] }).items.map((job) => ({
        ...job,
        status: expect.anything(),
        latestStatus: expect.anything(),
        fileName: expect.anything(),
        fileSize: expect.anything(),
        progress: expect.anything(),
      })),
    });
    const historyAfter = await history();
    expect(historyAfter.map(({ id, parentId, createdDate }) => ({ id, parentId, createdDate }))).toEqual(
      historyBefore.map(({ id, parentId, createdDate }) => ({ id, parentId, createdDate })),
    );
    expect(Object.fromEntries(historyAfter.map(({ id, status }) => [id, status]))).toEqual({
      [firstRun(once)]: 'Finished',
      [firstRun(daily)]: 'Cancelled',
    });

    // What was counted is counted once, and what was on its way to webhooks is told nobody twice.
    const countedAfter = await countedOf(ccid);
    const cancelled = (row: Record<string, unknown>) => row['code'] === 'CANCELLED';
    const withoutTimes = (rows: readonly Record<string, unknown>[]) =>
      rows.filter((row) => !cancelled(row) && row['what'] !== 'run-ms');
    expect(withoutTimes(countedAfter.tallies)).toEqual(withoutTimes(countedBefore.tallies));
    expect(countedAfter.work).toEqual(expect.arrayContaining(countedBefore.work));
    expect(countedAfter.deliveries.slice(0, countedBefore.deliveries.length)).toEqual(
      countedBefore.deliveries.map((row) => ({
        ...row,
        state: row['state'] === 'waiting' ? 'given-up' : row['state'],
      })),
    );

    // Whoever had a password is invited; secrets open nothing.
    expect(new Set(invited.map(({ name }) => name))).toEqual(new Set(['anna', 'somebody']));
    const { invitation = '' } = invited.findLast(({ name }) => name === 'anna') ?? {};
    const chosen = { token: invitation.replace(/^.*#/, ''), password: 'another long secret' };
    expect((await app.request('/auth/v3/invitation', json('POST', chosen))).ok).toBe(true);
    const basic = await app.request('/auth/v3/oauth/token', {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`client-of-${ccid}:of the client`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    expect(basic.status).toBe(401);

    // The log is the one that it was, and goes on.
    const { head } = await logOf(ccid).ends();
    expect(head.id).toBeGreaterThan(told.head.audit.head.id);
    const links = told.lines.filter((line) => line.kind === 'audit');
    expect(await logOf(ccid).hashed(0, told.head.audit.head.id)).toEqual(
      links.map(({ text: link, hash }) => ({ text: link, hash })),
    );
    // Ids go on behind those that came back, and jobs run.
    const next = await submit(ccid, { title: 'Next' });
    expect(next.id).toBeGreaterThan(told.head.highest);
    await importAll(ccid, 'interactions', [interaction('A')]);
    expect(await carryOut(ccid, next)).toBeGreaterThan(0);
    const events = await jobObject(env.EXPORT_JOB, ccid, once.id).events(firstRun(once));
    expect(events?.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['submitted', 'finished', 'files-gone']),
    );
  });

  it('keeps files that are still in R2', async () => {
    const { ccid, once, caller } = await furnished('files');
    const told = await backUp(ccid);
    const { results } = await env.DB.prepare('SELECT key FROM artifacts WHERE ccid = ?')
      .bind(ccid)
      .all<{ key: string }>();
    const [{ key } = { key: '' }] = results;
    const bytes = await (await env.BUCKET.get(key))!.arrayBuffer();
    await remove(ccid);
    await env.BUCKET.put(key, bytes);
    await begin(told);
    await send(told, told.lines);
    expect(await (await end(told)).json()).toEqual({ missing: {} });
    await ask(ccid, { suspended: false }, 'PATCH');
    clock.now += 31_000;
    const files = await (
      await caller(`/udm/v10/file-metadatas?jobId=${once.id}`)
    ).json<{ items: { size: number }[] }>();
    expect(files.items).toMatchObject([{ size: bytes.byteLength }]);
  });

  it('comes back to nobody who has something, to no other name, and not with a log that was changed', async () => {
    const { ccid } = await furnished('refused');
    const told = await backUp(ccid);
    expect(await codeOf(await begin(told))).toEqual([409, 'center-not-empty']);
    expect(await codeOf(await ask(`${newCenter()}/return/begin`, told.head))).toEqual([400, 'backup-head']);
    expect(await codeOf(await send(told, []))).toEqual([409, 'backup-not-begun']);
    await remove(ccid);
    await begin(told);
    const other = { ...told, head: { ...told.head, backup: crypto.randomUUID() } };
    expect(await codeOf(await begin(other))).toEqual([409, 'center-not-empty']);
    const changed = told.lines.map((line) =>
      line.kind === 'audit' ? { ...line, text: line.text.replace('api-key.', 'api-kex.') } : line,
    );
    expect(await codeOf(await send(told, changed))).toEqual([409, 'backup-audit-differs']);
    const foreign = { kind: 'row', table: 'users', row: { ccid: 'another', name: 'eve' } } as const;
    expect(await codeOf(await send(told, [foreign]))).toEqual([400, 'backup-line']);
    const column = { kind: 'row', table: 'users', row: { ccid, name: 'eve', password_hash: 'x' } } as const;
    expect(await codeOf(await send(told, [column]))).toEqual([400, 'backup-line']);
    // What is missing is told, and it is not at an end.
    expect(await (await end(told)).json()).toMatchObject({ missing: { users: 2, jobs: 2 } });
  });

  it('takes no id that is another contact center’s', async () => {
    const { ccid } = await furnished('ids');
    const told = await backUp(ccid);
    await remove(ccid);
    const neighbour = await newCenterWithCertificate('ids-neighbour');
    const [job] = told.lines.filter((line) => line.kind === 'job');
    const theirs = await submit(neighbour);
    await env.DB.prepare('UPDATE jobs SET id = ? WHERE id = ?').bind(job?.id, theirs.id).run();
    await begin(told);
    expect(await codeOf(await send(told, told.lines))).toEqual([409, 'backup-id-taken']);
    await env.DB.prepare('DELETE FROM jobs WHERE ccid = ?').bind(neighbour).run();
  });

  it('tells a long history in portions', async () => {
    const ccid = await newCenterWithCertificate('long');
    const job = await submit(ccid, { title: 'Long', schedulerParam: { runs: 'daily' } });
    const object = jobObject(env.EXPORT_JOB, ccid, job.id);
    for (let n = 1; n <= 60; n += 1) {
      await object.run(job.id + n, 'anna');
      await object.cancel();
    }
    const { lines, counts } = await backUp(ccid);
    expect(counts).toMatchObject({ jobs: 1, runs: 60 });
    const ids = lines.flatMap((line) => (line.kind === 'run' ? [line.id] : []));
    expect(ids).toEqual(Array.from({ length: 60 }, (_, n) => job.id + n + 1));
  });
});
