import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { describe, expect, it } from 'vitest';
import { retryingReads } from '../../src/platform/database.ts';
import { findCertificates, saveCertificate } from '../../src/store/certificates.ts';
import { sweeps } from '../../src/store/schema.ts';
import { drawIds } from '../../src/store/sequence.ts';
import { faultyDatabase, type Through } from '../durable/faults.ts';

/** D1 that loses the first `times` answers, once the statements took effect, or refuses them before. */
function shaky(times: number, takesEffect = false) {
  let calls = 0;
  const through: Through = async (_, call) => {
    calls += 1;
    const lost = calls <= times;
    if (!lost || takesEffect) {
      const answer = await call();
      if (!lost) return answer;
    }
    throw new Error('D1_ERROR: Network connection lost.');
  };
  return { db: retryingReads(faultyDatabase(env.DB, through)), calls: () => calls };
}

describe('reads of D1', () => {
  it.each([
    ['all', (db: D1Database) => db.prepare('SELECT 1 AS one').all()],
    ['first', (db: D1Database) => db.prepare(' select ?1 AS one').bind(1).first()],
    ['raw', (db: D1Database) => db.prepare('WITH a AS (SELECT 1) SELECT * FROM a').raw()],
    ['run', (db: D1Database) => db.prepare('SELECT 1').run()],
    ['batch', (db: D1Database) => db.batch([db.prepare('SELECT 1'), db.prepare('SELECT ?').bind(2)])],
    ['Drizzle', (db: D1Database) => findCertificates(db, 'nobody')],
    ['Drizzle in a batch', (db: D1Database) => drizzle(db).batch([drizzle(db).select().from(sweeps)])],
  ])('are tried again: %s', async (_, read) => {
    const { db, calls } = shaky(3);
    await read(db);
    expect(calls()).toBe(4);
    await expect(read(shaky(4).db)).rejects.toThrow(/lost|Failed query/);
  });

  it('answer what they would without', async () => {
    const { db } = shaky(1);
    expect(await db.prepare('SELECT ?1 AS a, 2 AS b').bind('x').first('b')).toBe(2);
    expect(await db.prepare('SELECT ?1 AS a').bind('x').raw({ columnNames: true })).toEqual([['a'], ['x']]);
  });
});

describe('writes', () => {
  it.each([
    ["INSERT INTO sequences (name, value) VALUES ('shaky', 1)"],
    ["WITH a AS (SELECT 1) INSERT INTO sequences (name, value) SELECT 'shaky', 1 FROM a"],
    ["DELETE FROM sequences WHERE name = 'shaky'"],
  ])('are not: %s', async (query) => {
    const one = shaky(1);
    await expect(one.db.prepare(query).run()).rejects.toThrow('lost');
    const two = shaky(1);
    await expect(two.db.batch([two.db.prepare('SELECT 1'), two.db.prepare(query)])).rejects.toThrow('lost');
    expect([one.calls(), two.calls()]).toEqual([1, 1]);
  });

  it('are where they may land twice: ids that were drawn in vain stay unused, a certificate is where it was', async () => {
    const before = await drawIds(env.DB, 1);
    const { db } = shaky(1, true);
    expect(await drawIds(db, 2)).toBe(before + 3);
    const certificate = {
      name: 'exports.pem',
      size: 1,
      der: Buffer.from([1]),
      subject: 'CN=Exports',
      fingerprint: 'f'.repeat(64),
      notBefore: 0,
      notAfter: 1,
      uploadedAt: 0,
    };
    await saveCertificate(shaky(2, true).db, 'shaky', certificate);
    expect(await findCertificates(env.DB, 'shaky')).toMatchObject([{ ccid: 'shaky', subject: 'CN=Exports' }]);
  });
});
