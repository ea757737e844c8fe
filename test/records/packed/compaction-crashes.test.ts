import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { collect, deleteGarbage } from '../../../durable/record-store/collect.ts';
import { RecordTables } from '../../../durable/record-store/record-tables.ts';
import { scrubPack } from '../../../durable/record-store/scrub.ts';
import { orphanedTexts } from '../../../src/records/erasure/orphaned-texts.ts';
import { compactOnce } from '../../../src/records/packed/compact.ts';
import { RecordUnreadable } from '../../../src/records/source/record-unreadable.ts';
import { SnapshotGone } from '../../../src/records/source/snapshot-gone.ts';
import { textKey } from '../../../src/store/object-keys.ts';
import { compactStore, source, stores, storeWith } from '../../support/record-stores.ts';
import { allOf, begun, importLines, interaction, readAll, readEntry } from '../records.ts';
import { storeStub } from '../stored.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** More than a piece of lines, by minutes; `step` apart, so that two such sets lie in each other. */
const lines = (from: number, step = 2, note = 'x') =>
  Array.from({ length: 1_100 }, (_, index) => {
    const n = from + index * step;
    const id = `i${String(n).padStart(5, '0')}`;
    return interaction(id, new Date(n * 60_000).toISOString(), { CONTACTID: id, NOTE: note.repeat(1_000) });
  });
const both = (...sets: readonly (readonly string[])[]) => sets.flat().toSorted();

type Calls = Partial<Parameters<typeof storeWith>[1]>;

/** Compacts once; some calls of the store are others. */
const compactWith = (ccid: string, calls: Calls) =>
  compactOnce({
    store: storeWith(stores.storeOf(ccid, 'Interaction'), calls),
    bucket: env.BUCKET,
    newKey: (kind) => textKey(ccid, kind, crypto.randomUUID()),
    breathe: async () => undefined,
  });

const commit = (ccid: string) => (done: Parameters<NonNullable<Calls['commitCompaction']>>[0]) =>
  stores.storeOf(ccid, 'Interaction').commitCompaction(done);
const keysOf = async (ccid: string) =>
  (await env.BUCKET.list({ prefix: `history/${ccid}/` })).objects.map(({ key }) => key).toSorted();
const read = async (ccid: string) => (await readAll(source, allOf(ccid)))[0]?.lines;

/** Does something with a store's tables. */
const inTables = <T>(ccid: string, work: (tables: RecordTables) => T | Promise<T>) =>
  runInDurableObject(storeStub(ccid, 'Interaction'), (_, { storage }) => work(new RecordTables(storage)));

/** Removes what is not needed any more after a while, in the store and in R2. */
const clearAfter = (ccid: string, ms: number, keptMs = 30 * DAY_MS) =>
  inTables(ccid, async (tables) => {
    collect(tables, Date.now(), { most: 1_000, keptMs });
    collect(tables, Date.now() + ms, { most: 1_000, keptMs });
    await deleteGarbage(tables, env.BUCKET, 1_000);
  });

/** Whoever was compacting is not waited for any longer. */
const letGo = (ccid: string) => inTables(ccid, ({ sql }) => void sql.exec('UPDATE compacting SET until = 0'));

it('compaction written and not committed: nothing has changed, another one does it, and the packs are swept', async () => {
  await importLines('written', 'interactions', lines(0));
  await importLines('written', 'interactions', lines(1));
  const dead = { commitCompaction: () => Promise.reject(new Error('the isolate is gone')) };
  await expect(compactWith('written', dead)).rejects.toThrow('gone');
  const left = await keysOf('written');
  expect(left).toHaveLength(1);
  expect(await read('written')).toEqual(both(lines(0), lines(1)));
  expect(await compactWith('written', {})).toBe('nothing'); // Somebody may still be at it.
  await letGo('written');
  await compactStore('written', 'Interaction');
  expect(await read('written')).toEqual(both(lines(0), lines(1)));
  expect(await orphanedTexts(stores, await keysOf('written'))).toEqual(left);
});

it('committed, answer lost: asked again it is answered the same, and nothing is there twice', async () => {
  await importLines('lost', 'interactions', lines(0));
  await importLines('lost', 'interactions', lines(1));
  const answers: boolean[] = [];
  const lossy: Calls = {
    commitCompaction: async (done) => {
      for (let tried = 0; tried < 2; tried += 1) answers.push(await commit('lost')(done));
      return answers.at(-1) ?? false;
    },
  };
  expect(await compactWith('lost', lossy)).toBe('done');
  expect(answers).toEqual([true, true]);
  expect(await read('lost')).toEqual(both(lines(0), lines(1)));
});

it('committed, old packs not yet gone: both are there for as long as the store may be set back, then the new one alone', async () => {
  await importLines('old', 'interactions', lines(0));
  await compactStore('old', 'Interaction');
  const old = await keysOf('old');
  await importLines('old', 'interactions', lines(1));
  await compactStore('old', 'Interaction');
  await clearAfter('old', 29 * DAY_MS);
  expect(await keysOf('old')).toEqual(expect.arrayContaining(old));
  expect(await orphanedTexts(stores, await keysOf('old'))).toEqual([]);
  await clearAfter('old', 31 * DAY_MS);
  expect(await keysOf('old')).toHaveLength(1);
  expect(await keysOf('old')).not.toEqual(old);
  expect(await read('old')).toEqual(both(lines(0), lines(1)));
});

it.each([
  [
    'an import',
    async (ccid: string) => void (await importLines(ccid, 'interactions', lines(0, 2, 'y').slice(0, 5))),
  ],
  [
    'an erasure',
    async (ccid: string) => void (await stores.storeOf(ccid, 'Interaction').eraseInteractionsOf('i00004')),
  ],
])(
  '%s between its read and its commit: it is refused, its packs go, and it is done again',
  async (what, comes) => {
    const ccid = what.replace(' ', '-');
    await importLines(ccid, 'interactions', lines(0));
    await importLines(ccid, 'interactions', lines(1));
    const overtaken: Calls = {
      commitCompaction: async (done) => {
        await comes(ccid);
        return commit(ccid)(done);
      },
    };
    expect(await compactWith(ccid, overtaken)).toBe('overtaken');
    const expected = await read(ccid);
    await clearAfter(ccid, 0);
    expect(await keysOf(ccid)).toEqual([]);
    await compactStore(ccid, 'Interaction');
    expect(await read(ccid)).toEqual(expected);
    expect(expected).toHaveLength(what === 'an import' ? 2_200 : 2_199);
  },
);

it('a run between its read and its commit, and one that began before: both read what they pinned', async () => {
  await importLines('runs', 'interactions', lines(0));
  await importLines('runs', 'interactions', lines(1));
  const early = await begun(source, allOf('runs'));
  let late: Awaited<ReturnType<typeof begun>> | undefined;
  const overtaken: Calls = {
    commitCompaction: async (done) => {
      late = await begun(source, allOf('runs'));
      return commit('runs')(done);
    },
  };
  expect(await compactWith('runs', overtaken)).toBe('done');
  await importLines('runs', 'interactions', lines(0, 2, 'y'));
  await compactStore('runs', 'Interaction');
  await clearAfter('runs', HOUR_MS, 0);
  const [entry] = await source.totals(allOf('runs'));
  for (const scope of [early, late!])
    // set by the commit
    expect((await readEntry(source, scope, entry!)).lines).toEqual(both(lines(0), lines(1))); // there are records
  expect(await read('runs')).toEqual(both(lines(0, 2, 'y'), lines(1)));
});

it('a pin whose run died: it ends, what it held goes, and the run that comes back is told so', async () => {
  await importLines('died', 'interactions', lines(0));
  await compactStore('died', 'Interaction');
  const [old] = await keysOf('died');
  const scope = await begun(source, allOf('died'));
  await importLines('died', 'interactions', lines(0, 2, 'y'));
  await compactStore('died', 'Interaction');
  await clearAfter('died', 11 * HOUR_MS, 0);
  expect(await keysOf('died')).toContain(old);
  await clearAfter('died', 13 * HOUR_MS, 0);
  expect(await keysOf('died')).not.toContain(old);
  const [entry] = await source.totals(allOf('died'));
  await expect(readEntry(source, scope, entry!)).rejects.toThrow(SnapshotGone); // there are records
});

/** All rows of a store. */
const image = (ccid: string) =>
  inTables(ccid, ({ sql }) => {
    const tables = sql.exec<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
    );
    return tables.toArray().map(({ name }) => ({ name, rows: sql.exec(`SELECT * FROM ${name}`).toArray() }));
  });

const setBack = (ccid: string, kept: Awaited<ReturnType<typeof image>>) =>
  inTables(ccid, ({ sql }) => {
    for (const { name, rows } of kept) {
      sql.exec(`DELETE FROM ${name}`);
      for (const row of rows) {
        const values = Object.values(row);
        sql.exec(`INSERT INTO ${name} VALUES (${values.map(() => '?').join(', ')})`, ...values);
      }
    }
  });

it('a store set back to an earlier time reads the packs of that time; once they are gone it says which record it cannot read', async () => {
  await importLines('back', 'interactions', lines(0));
  await compactStore('back', 'Interaction');
  const before = await image('back');
  await importLines('back', 'interactions', lines(1));
  await compactStore('back', 'Interaction');
  await clearAfter('back', 29 * DAY_MS);
  const after = await image('back');
  await setBack('back', before);
  expect(await read('back')).toEqual(lines(0));
  await setBack('back', after);
  await clearAfter('back', 31 * DAY_MS);
  await setBack('back', before);
  await expect(read('back')).rejects.toThrow(RecordUnreadable);
});

it('an erasure takes what it erased out of packs, those too that are kept for a store that is set back', async () => {
  await importLines('erased', 'interactions', lines(0));
  await compactStore('erased', 'Interaction');
  await importLines('erased', 'interactions', lines(1));
  await compactStore('erased', 'Interaction');
  expect(await keysOf('erased')).toHaveLength(2);
  const placed = await inTables('erased', ({ sql }) =>
    sql
      .exec<{ pack: string; at: number; length: number; first: string }>(
        'SELECT pack, at, length, first_id AS first FROM packed JOIN pieces ON n = piece',
      )
      .toArray(),
  );
  // Two pieces of what was there first, three of all.
  expect([placed.length, placed.filter(({ first }) => first === 'i00000').length]).toEqual([5, 2]);
  await stores.storeOf('erased', 'Interaction').eraseInteractionsOf('i00004');
  await inTables('erased', async (tables) => {
    collect(tables, Date.now(), { most: 1_000, keptMs: 30 * DAY_MS });
    await deleteGarbage(tables, env.BUCKET, 1_000);
    while (await scrubPack(tables, env.BUCKET));
  });
  for (const { pack, at, length, first } of placed) {
    const range = await env.BUCKET.get(pack, { range: { offset: at, length } });
    const bytes = new Uint8Array((await range?.arrayBuffer()) ?? new ArrayBuffer());
    expect(bytes).toHaveLength(length);
    expect([first, bytes.some((byte) => byte !== 0)]).toEqual([first, first !== 'i00000']);
  }
  expect(await read('erased')).toEqual(both(lines(0), lines(1)).filter((line) => !line.includes('"i00004"')));
});
