import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import { hashOf } from '../../durable/audit-links.ts';
import { AuditLog } from '../../durable/audit-log.ts';
import { ChainCheck, GENESIS, type ChainProblem } from '../../src/model/audit/chain.ts';
import { itemOf, auditLinksOf, type AuditItem, type NewEntry } from '../../src/model/audit/entry.ts';
import type { AuditFilter } from '../../src/model/audit/protocol.ts';
import { DAY_MS } from '../../src/model/instant.ts';
import { auditObjectName } from '../../src/model/object-names.ts';

let logs = 0;
const newLog = (): DurableObjectStub<AuditLog> =>
  env.AUDIT.get(env.AUDIT.idFromName(auditObjectName(`log-${++logs}`)));

const entry = (n: number, change: Partial<NewEntry> = {}): NewEntry => ({
  actor: { type: 'user', name: `User ${n % 3}`, ccid: 'c', client: null, session: null },
  action: n % 2 ? 'job.create' : 'job.delete',
  objects: [`job:${n}`],
  outcome: null,
  address: '192.0.2.1',
  userAgent: 'test',
  requestId: `request-${n}`,
  ...change,
});

/** Twelve entries of which some are ended, some later than the next one began, some never. */
async function filled(): Promise<DurableObjectStub<AuditLog>> {
  const log = newLog();
  const ids: number[] = [];
  for (let n = 1; n <= 12; n += 1) {
    ids.push(await log.append(entry(n)));
    const before = ids.at(-2);
    if (n % 4 > 0 && before !== undefined) await log.end(before, { outcome: 'done', objects: [`run:${n}`] });
  }
  return log;
}

async function all(
  log: DurableObjectStub<AuditLog>,
  {
    filter = {},
    descending = false,
    limit = 5,
    skip: first = 0,
  }: {
    filter?: AuditFilter;
    descending?: boolean;
    limit?: number;
    skip?: number;
  } = {},
): Promise<AuditItem[]> {
  const items: AuditItem[] = [];
  let [after, skip]: [number | null, number] = [null, first];
  for (;;) {
    const found = await log.scan({ filter, descending, after, skip, limit, upTo: null });
    items.push(...found.items);
    if (found.next === null) return items;
    [after, skip] = [found.next, skip - found.skipped];
  }
}

async function verified(log: DurableObjectStub<AuditLog>, known?: { id: number; hash: string }) {
  const { anchor, head } = await log.ends();
  return checked(await all(log), anchor, known ?? head);
}

async function checked(
  items: readonly AuditItem[],
  anchor: { id: number; hash: string } | null,
  head: { id: number; hash: string } | null,
): Promise<ChainProblem | null> {
  const check = new ChainCheck(hashOf, anchor, head);
  for (const item of items) {
    const wrong = await check.take(item);
    if (wrong) return wrong;
  }
  return check.close();
}

const change = (log: DurableObjectStub<AuditLog>, ...statements: string[]) =>
  runInDurableObject(log, (_, { storage }) => {
    for (const one of statements) storage.sql.exec(one);
  });

describe('an audit log', () => {
  it('chains entries and their ends, and shows both in one', async () => {
    const log = await filled();
    const items = await all(log);
    expect(items.map(({ objects }) => objects[0])).toEqual(
      Array.from({ length: 12 }, (_, n) => `job:${n + 1}`),
    );
    expect(items[0]).toMatchObject({
      outcome: 'done',
      objects: ['job:1', 'run:2'],
      previous: GENESIS.hash,
      count: 1,
    });
    expect(items[2]).toMatchObject({ outcome: 'unknown', end: null });
    expect(items[4]).toMatchObject({ outcome: 'done' });
    expect(await verified(log)).toBeNull();
    for (const item of items) {
      const { entry: begun, end } = auditLinksOf(item);
      expect(itemOf(begun, end, { previous: item.previous, counted: item.count })).toEqual(item);
    }
  });

  it('enters a request once, and ends an entry once', async () => {
    const log = newLog();
    const ids = [await log.append(entry(1)), await log.append(entry(1)), await log.append(entry(2))];
    expect(ids).toEqual([1, 1, 2]);
    await log.end(1, { outcome: 'done', objects: [] });
    await log.end(1, { outcome: 'internal-error', objects: [] });
    await log.end(99, { outcome: 'done', objects: [] });
    expect((await all(log)).map(({ outcome }) => outcome)).toEqual(['done', 'unknown']);
    expect((await log.ends()).head.id).toBe(3);
  });

  it('finds by actor, action, outcome, object and time, in both orders, page by page', async () => {
    const log = await filled();
    const items = await all(log);
    const times = items.map(({ time }) => Date.parse(time));
    const filters: [AuditFilter, (item: AuditItem) => boolean][] = [
      [{}, () => true],
      [{ actor: 'user 1' }, ({ actor }) => actor.name === 'User 1'],
      [{ action: 'create', outcome: 'done' }, (i) => i.action === 'job.create' && i.outcome === 'done'],
      [{ outcome: 'unknown' }, ({ outcome }) => outcome === 'unknown'],
      [{ objects: ['job:1', 'run:7'] }, (i) => i.objects.includes('job:1') || i.objects.includes('run:7')],
      [
        { from: times[6]!, to: times[10]! },
        (i) => Date.parse(i.time) >= times[6]! && Date.parse(i.time) < times[10]!,
      ],
      [{ from: times[11]! + 1 }, () => false],
    ];
    for (const [filter, holds] of filters) {
      const expected = items.filter(holds);
      for (const limit of [1, 2, 100]) {
        expect(await all(log, { filter, limit })).toEqual(expected);
        expect(await all(log, { filter, limit, descending: true })).toEqual(expected.toReversed());
        expect(await all(log, { filter, limit, skip: 2 })).toEqual(expected.slice(2));
      }
      expect(await log.count(filter, 0)).toEqual({ count: expected.length, next: null });
    }
  });

  it('shows itself as it was when a link was the last', async () => {
    const log = newLog();
    await log.append(entry(1));
    const { head } = await log.ends();
    await log.end(1, { outcome: 'done', objects: [] });
    await log.append(entry(2));
    const { items } = await log.scan({
      filter: {},
      descending: false,
      after: null,
      skip: 0,
      limit: 9,
      upTo: head.id,
    });
    expect(items).toMatchObject([{ outcome: 'unknown', end: null }]);
    expect(await checked(items, null, head)).toBeNull();
  });

  it.each<[string, (log: DurableObjectStub<AuditLog>) => Promise<unknown>, ChainProblem['kind']]>([
    [
      'a changed entry',
      (log) =>
        change(log, `UPDATE links SET text = replace(text, 'job:4', 'job:5') WHERE text LIKE '%job:4"%'`),
      'changed',
    ],
    [
      'a changed outcome',
      (log) => change(log, `UPDATE links SET text = replace(text, 'done', 'gone') WHERE id = 3`),
      'changed',
    ],
    ['a removed entry', (log) => change(log, 'DELETE FROM links WHERE id = 5'), 'missing'],
    ['a removed end', (log) => change(log, 'DELETE FROM links WHERE id = 3'), 'missing'],
    [
      'an end that was taken off',
      (log) => change(log, 'UPDATE links SET ended = NULL WHERE id = 1'),
      'missing',
    ],
    ['a cut end', (log) => change(log, 'DELETE FROM links WHERE id > 9'), 'cut'],
    ['a removed beginning', (log) => change(log, 'DELETE FROM links WHERE id < 4'), 'missing'],
    [
      'two that changed places',
      (log) =>
        change(
          log,
          'UPDATE links SET id = -1 WHERE id = 1',
          'UPDATE links SET id = 1 WHERE id = 2',
          'UPDATE links SET id = 2 WHERE id = -1',
        ),
      'missing',
    ],
    ['a changed hash', (log) => change(log, `UPDATE links SET hash = '0' WHERE id = 4`), 'changed'],
  ])('%s is found', async (_, spoil, kind) => {
    const log = await filled();
    const { head } = await log.ends();
    await spoil(log);
    expect(await verified(log, head)).toMatchObject({ kind });
  });

  it('a chain that was hashed anew is found where the head is known, and so is one of other entries', async () => {
    const log = await filled();
    const { head } = await log.ends();
    const other = newLog();
    for (let n = 1; n <= head.id; n += 1) await other.append(entry(n));
    expect(await verified(other)).toBeNull();
    expect(await verified(other, head)).toEqual({ kind: 'other-head', id: head.id });
  });

  it('rows that change places in a file are found', async () => {
    const items = await all(await filled());
    const [first, second, ...rest] = items;
    expect(await checked([second!, first!, ...rest], GENESIS, null)).not.toBeNull();
    expect(await checked([first!, second!, ...rest.toReversed()], null, null)).not.toBeNull();
    expect(await checked([first!, first!, second!], null, null)).toMatchObject({ kind: 'order' });
  });

  it('removes what is older than its days, whole entries alone, and the rest stands on what is kept of them', async () => {
    const log = newLog();
    for (let n = 1; n <= 4; n += 1) await log.append(entry(n));
    await log.end(2, { outcome: 'done', objects: [] });
    // Begun before the horizon, ended behind it: it stays, with all that is younger.
    await log.end(3, { outcome: 'done', objects: [] });
    await log.append(entry(9));
    const old = Date.now() - 731 * DAY_MS;
    await change(log, `UPDATE links SET time = ${old} WHERE id <= 5`);
    await runDurableObjectAlarm(log);
    const { anchor } = await log.ends();
    expect(anchor.id).toBe(1);
    expect((await all(log)).map(({ id }) => id)).toEqual([2, 3, 4, 7]);
    expect(await verified(log)).toBeNull();
  });

  it('counts the like of one address and minute in one entry', async () => {
    const log = newLog();
    const refused = (address: string, requestId: string) =>
      entry(0, { outcome: 'no-token', objects: [], address, requestId });
    await log.tally([
      { entry: refused('192.0.2.1', 'a'), count: 1 },
      { entry: refused('192.0.2.2', 'b'), count: 3 },
    ]);
    // Also of other objects: the first one's stand.
    await log.tally([{ entry: { ...refused('192.0.2.1', 'c'), objects: ['job:9'] }, count: 40 }]);
    const counted = async () => (await all(log)).map(({ address, count }) => [address, count]);
    expect(await counted()).toEqual([
      ['192.0.2.1', 41],
      ['192.0.2.2', 3],
    ]);
    expect((await log.ends()).head.id).toBe(2);
    await change(log, 'UPDATE tallies SET until = 1');
    await runDurableObjectAlarm(log);
    expect(await counted()).toEqual([
      ['192.0.2.1', 41],
      ['192.0.2.2', 3],
    ]);
    expect((await log.ends()).head.id).toBe(4);
    expect(await verified(log)).toBeNull();
    // Whoever has many addresses makes no more than a bounded number of entries a minute.
    const many = Array.from({ length: 1_500 }, (_, n) => ({
      entry: refused(`198.51.100.${n}`, `m${n}`),
      count: 2,
    }));
    await log.tally(many);
    const items = await all(log, { limit: 500 });
    expect(items).toHaveLength(2 + 1_001);
    expect(items.at(-1)).toMatchObject({ address: 'others', count: 1_000 });
    expect(items.slice(2).reduce((sum, { count }) => sum + count, 0)).toBe(3_000);
  });

  it('tells each link to the service’s own log where it is asked to, with the hash that stands in the chain', async () => {
    const lines: string[] = [];
    const hashes = await runInDurableObject(newLog(), async (_, state) => {
      const info = vi.spyOn(console, 'info').mockImplementation((line: string) => void lines.push(line));
      const log = new AuditLog(state, { ...env, AUDIT_LOG: 'on' });
      await log.end(await log.append(entry(1)), { outcome: 'done', objects: ['run:1'] });
      info.mockRestore();
      return state.storage.sql.exec<{ hash: string }>('SELECT hash FROM links ORDER BY id').toArray();
    });
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      {
        event: 'audit-entered',
        link: 1,
        actor: 'User 1',
        action: 'job.create',
        objects: 'job:1',
        ...hashes[0],
      },
      { event: 'audit-ended', link: 2, entry: 1, outcome: 'done', objects: 'run:1', ...hashes[1] },
    ]);
  });
});
