import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { sweepAnswers } from '../../src/jobs/sweeps/rows.ts';
import { fail, ok } from '../../src/model/failures.ts';
import { auditObjectName } from '../../src/model/object-names.ts';
import { callerOf, jobView, makeApp, newCenter, START, type Failed } from './harness.ts';
import { documentOf, expectDeclared } from './openapi/documents.ts';
import { jobDouble } from './job-double.ts';
import { seed } from './routes/seed.ts';

const JOBS = '/udm/v10/export/jobs';
const DAY_MS = 86_400_000;
const body = (title = 'october') => ({
  source: 'UCS',
  type: 'UCS',
  title,
  timeFrame: { all: true },
  schedulerParam: { immediately: true },
  jobParams: { type: 'Interaction', media: ['all'] },
  suspended: false,
});
const sent = (key: string, json: object = body()): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
  body: JSON.stringify(json),
});
const keysOf = async (ccid: string) =>
  (await env.DB.prepare('SELECT * FROM kept_answers WHERE ccid = ?').bind(ccid).all()).results;
const codeOf = async (answer: Response) => (await answer.json<Failed>()).status.detail.code;

describe('a request with an Idempotency-Key', () => {
  it('that is repeated gets the first answer again and does nothing; without quotes it is the same key', async () => {
    const { app, created, settled } = makeApp();
    const ccid = newCenter();
    const call = await callerOf(app, ccid);
    const first = await call(JOBS, sent('"one"'));
    const text = await first.text();
    expect(first.status).toBe(202);
    for (const key of ['"one"', 'one', ' "one" ']) {
      const again = await call(JOBS, sent(key));
      expect(again.status).toBe(202);
      expect(again.headers.get('content-type')).toContain('application/json');
      expect(await again.text()).toBe(text);
    }
    expect(created).toHaveLength(1);
    await settled();
    const log = env.AUDIT.get(env.AUDIT.idFromName(auditObjectName(ccid)));
    const scan = { filter: {}, descending: false, after: null, skip: 0, limit: 100, upTo: null };
    expect((await log.scan(scan)).items).toHaveLength(1);
    const document = await documentOf(app, 'v10');
    await expectDeclared(document, document.paths[JOBS]!['post']!, await call(JOBS, sent('"one"')));
    await call(JOBS, sent('"two"'));
    expect(created).toHaveLength(2);
  });

  it('is the same one however its JSON is spaced; with another body or path it is refused with 422', async () => {
    const { app, created } = makeApp();
    const ccid = newCenter();
    const call = await callerOf(app, ccid);
    await call(JOBS, sent('"k"'));
    const spaced = { ...sent('"k"'), body: JSON.stringify({ ...body(), description: null }, null, 2) };
    expect((await call(JOBS, spaced)).status).toBe(202);
    for (const [path, json] of [
      [JOBS, body('november')],
      [`${JOBS}/7/run`, {}],
    ] as const) {
      const other = await call(path, sent('"k"', json));
      expect(other.status).toBe(422);
      const document = await documentOf(app, 'v10');
      await expectDeclared(document, document.paths[JOBS]!['post']!, other.clone());
      expect(await codeOf(other)).toBe('key-of-another');
    }
    expect(created).toHaveLength(1);
  });

  it('is nothing to another caller or contact center, and forgotten after a day, when it is swept', async () => {
    const { app, created, clock } = makeApp();
    const [ccid, other] = [newCenter(), newCenter()];
    await (
      await callerOf(app, ccid)
    )(JOBS, sent('"k"'));
    await (
      await callerOf(app, other)
    )(JOBS, sent('"k"', body('theirs')));
    expect(created).toHaveLength(2);
    expect(await sweepAnswers(env.DB, START + DAY_MS - 1)).toBe(0);
    clock.now = START + DAY_MS;
    await (
      await callerOf(app, ccid)
    )(JOBS, sent('"k"', body('the next day')));
    expect(created).toHaveLength(3);
    expect(await sweepAnswers(env.DB, START + DAY_MS)).toBeGreaterThan(0);
    expect(await keysOf(other)).toEqual([]);
    expect(await keysOf(ccid)).toHaveLength(1);
  });

  it('is refused with 409 while the first is under way, which goes on, and is answered once it is done', async () => {
    const arrived = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    let made = 0;
    const slow = {
      ...jobDouble([]),
      async create() {
        made += 1;
        arrived.resolve();
        await gate.promise;
        return ok(jobView(7));
      },
    };
    const { app } = makeApp({ jobs: slow });
    const call = await callerOf(app, newCenter());
    const first = call(JOBS, sent('"k"'));
    await arrived.promise;
    const second = await call(JOBS, sent('"k"'));
    expect(second.status).toBe(409);
    expect(await codeOf(second)).toBe('key-under-way');
    gate.resolve();
    const answer = await (await first).json();
    expect(await (await call(JOBS, sent('"k"'))).json()).toEqual(answer);
    expect(made).toBe(1);
  });

  it('that died is done anew by the same ids and nonce; what was refused is not kept', async () => {
    const seen: unknown[] = [];
    let drawn = 100;
    let answer: 'dies' | 'refuses' | 'makes' = 'dies';
    const jobs: ReturnType<typeof jobDouble> = {
      ...jobDouble([]),
      async create(_, request, { once }) {
        seen.push([once?.nonce, await once?.ids(async () => (drawn += 1))]);
        if (answer === 'dies') throw new Error('away');
        if (answer === 'refuses') return fail('title-length', 'title', { max: 255 });
        return ok(jobView(9, { title: request.title }));
      },
    };
    const { app, clock } = makeApp({ jobs });
    const ccid = newCenter();
    const call = await callerOf(app, ccid);
    expect((await call(JOBS, sent('"k"'))).status).toBe(500);
    answer = 'makes';
    expect((await call(JOBS, sent('"k"'))).status).toBe(202);
    expect(seen[0]).toEqual(seen[1]);
    answer = 'refuses';
    expect((await call(JOBS, sent('"r"'))).status).toBe(400);
    expect(await keysOf(ccid)).toHaveLength(1);
    answer = 'makes';
    expect((await call(JOBS, sent('"r"', body('mended')))).status).toBe(202);
    expect(seen[3]).not.toEqual(seen[2]);
    // One whose worker is gone without a word counts as under way for 15 s.
    await env.DB.prepare('UPDATE kept_answers SET status = NULL, busy_until = ? WHERE ccid = ?')
      .bind(START + 15_000, ccid)
      .run();
    expect((await call(JOBS, sent('"k"'))).status).toBe(409);
    clock.now = START + 15_000;
    expect((await call(JOBS, sent('"k"'))).status).toBe(202);
    expect(seen.at(-1)).toEqual(seen[0]);
  });

  it('holds for runs and retries, not for dry runs, older versions or other operations', async () => {
    const { app, created } = makeApp();
    const ccid = newCenter();
    const things = await seed(ccid);
    const call = await callerOf(app, ccid);
    const before = (await keysOf(ccid)).length;
    expect((await call(`${JOBS}?dryRun=true`, sent('"k"'))).status).toBe(200);
    const older = () => call('/udm/v4/export/jobs', sent('"k"', { ...body(), suspended: 'false' }));
    expect([(await older()).status, (await older()).status]).toEqual([202, 202]);
    expect(created).toHaveLength(2);
    expect((await keysOf(ccid)).length).toBe(before);
    const paths = [`${JOBS}/${things['job']}/run`, `/udm/v10/export/history/${things['run']}/retry`];
    for (const [at, path] of paths.entries()) {
      const answers = [await call(path, sent(`"${at}"`, {})), await call(path, sent(`"${at}"`, {}))];
      expect(answers.map(({ status }) => status)).toEqual([202, 202]);
      expect(await answers[1]?.text()).toBe(await answers[0]?.text());
    }
    expect((await keysOf(ccid)).length).toBe(before + 2);
  });

  it('must be a string of 255 characters at most; what is kept of it is bounded, and never the key itself', async () => {
    const { app, created } = makeApp();
    const ccid = newCenter();
    const call = await callerOf(app, ccid);
    for (const key of ['', '""', '"a', 'a b', 'ä', `"${'x'.repeat(256)}"`, '"a";b'])
      expect([key, await codeOf(await call(JOBS, sent(key)))]).toEqual([key, 'not-a-key']);
    expect(created).toEqual([]);
    await call(JOBS, sent('"a long secret-like key \\"of a client\\""'));
    expect(JSON.stringify(await keysOf(ccid))).not.toContain('secret-like');
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
       INSERT INTO kept_answers SELECT ?, 'x' || i, '', '', NULL, '', 0, 202, '{}', ? FROM n`,
    )
      .bind(ccid, START + DAY_MS)
      .run();
    const full = await call(JOBS, sent('"one more"'));
    expect([full.status, full.headers.get('Retry-After')]).toEqual([429, '3600']);
    expect(await codeOf(full)).toBe('too-many-keys');
    expect(created).toHaveLength(1);
  });
});
