import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PRICES, priced } from '../../src/model/prices.ts';
import { benchLines } from '../../scripts/lab/bench/records.ts';
import { tableOf } from '../../scripts/lab/bench/report.ts';
import {
  exportDatabase,
  makeDatabase,
  missingPrograms,
  requireSameRecords,
  sealFile,
} from '../../scripts/lab/bench/rival.ts';
import { median, ratioOf } from '../../scripts/lab/bench/statistics.ts';
import { classA, scaled, usageOf } from '../../scripts/lab/bench/usage.ts';
import { makeRecipient } from '../../scripts/demo/recipient.ts';
import { PROJECT } from '../../scripts/dev/wrangler.ts';

const missing = missingPrograms();
const folder = mkdtempSync(join(tmpdir(), 'udm-bench-test-'));
const inFolder = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the statistics of rounds', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])('have the median of %j', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('have no median of nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });

  it('compare medians, not rounds: one slow round of either side changes nothing', () => {
    const rounds = [
      { serviceSeconds: 10, rivalSeconds: 8 },
      { serviceSeconds: 99, rivalSeconds: 8 },
      { serviceSeconds: 10, rivalSeconds: 80 },
    ];
    expect(ratioOf(rounds)).toBe(10 / 8);
  });
});

describe('what is counted', () => {
  const counts = {
    'worker.requests': 3,
    'd1.rowsRead': 1_000,
    'd1.rowsWritten': 7,
    'r2.createMultipartUpload': 1,
    'r2.uploadPart': 5,
    'r2.complete': 1,
    'r2.put': 2,
    'r2.get': 4,
    'r2.head': 1,
    'r2.delete': 9,
    'r2.abort': 9,
    'queue.send': 2,
    'queue.delivered': 3,
    'object.renew': 10,
    'object.alarm': 1,
    'objectSql.rowsRead': 20,
    'objectSql.rowsWritten': 30,
  };

  it('becomes what the platform bills: deleting and aborting are free, a delivery is read and deleted', () => {
    expect(classA(counts)).toBe(9);
    expect(usageOf(counts, { cpuMs: 500, seconds: 10 })).toEqual({
      requests: 3,
      cpuMs: 500,
      d1RowsRead: 1_000,
      d1RowsWritten: 7,
      r2ClassA: 9,
      r2ClassB: 5,
      queueOperations: 8,
      objectRequests: 11,
      objectGBSeconds: 1.28,
      objectRowsRead: 20,
      objectRowsWritten: 30,
    });
  });

  it('costs no object where none was called', () => {
    expect(usageOf({}, { cpuMs: 0, seconds: 10 })).toMatchObject({ objectRequests: 0, objectGBSeconds: 0 });
  });

  it('is priced a million at a time as the lists have it', () => {
    const usage = scaled({ r2ClassA: 1, d1RowsWritten: 2 }, 1e6);
    expect(priced(usage)).toEqual({ r2ClassA: 4.5, d1RowsWritten: 2, total: 6.5 });
    expect(Object.values(PRICES).every(({ dollars }) => dollars > 0)).toBe(true);
  });
});

describe('the table of a report', () => {
  it('has a line a figure and a pair of columns a bill, and leaves lists to the JSON', () => {
    const bill = { amounts: { requests: 12 }, dollars: { requests: 0.5, total: 0.5 } };
    const table = tableOf({ speed: { wallRatio: 1.25, rounds: [1, 2] }, cost: { perGB: bill } });
    const words = table.split('\n').map((line) => line.trim().split(/ {2,}/));
    expect(words).toEqual([
      ['speed.wallRatio', '1.25'],
      [''],
      ['cost.perGB', 'US$'],
      ['requests', '12', '0.5000'],
      ['total', '0.5000'],
    ]);
  });
});

describe('the records of the bench', () => {
  const lines = [...benchLines(3_000)];
  const parsed = lines.map((line) =>
    z
      .object({ IXNID: z.string(), STARTDATE: z.string(), ENTITYTYPEID: z.literal(2) })
      .parse(JSON.parse(line)),
  );

  it('are the same every time, of one entity type, each with an id of its own', () => {
    expect([...benchLines(3_000)]).toEqual(lines);
    expect(new Set(parsed.map(({ IXNID }) => IXNID)).size).toBe(3_000);
  });

  it('come in the order of an export', () => {
    const dates = parsed.map(({ STARTDATE }) => STARTDATE);
    expect(dates).toEqual(dates.toSorted());
  });

  it('shrink like real ones: to 0.289, and no more than a tenth away from it', () => {
    const text = Buffer.from(lines.join('\n'));
    const share = deflateRawSync(text, { level: 6 }).length / text.length;
    expect(share).toBeGreaterThan(0.26);
    expect(share).toBeLessThan(0.318);
  });
});

describe.skipIf(missing.length > 0)('the rival', () => {
  const line = (id: string, date: string, text: string): string =>
    JSON.stringify({ IXNID: id, STARTDATE: date, TEXT: text });
  const sorted = [
    line('b', '2025-01-01', 'comma, "quotes" and | bars'),
    line('a', '2025-01-02', 'Übermut\n日本'),
    line('c', '2025-01-02', "it's"),
  ];
  let recipient: Awaited<ReturnType<typeof makeRecipient>>;
  beforeAll(async () => {
    recipient = await makeRecipient(folder, Date.now());
    writeFileSync(inFolder('lines'), `${[sorted[2], sorted[0], sorted[1]].join('\n')}\n`);
    writeFileSync(inFolder('sorted'), `${sorted.join('\n')}\n`);
    writeFileSync(inFolder('other'), `${sorted.join('\n')} `);
    for (const name of ['sorted', 'other']) spawnSync('zip', [`${name}.zip`, name], { cwd: folder });
  });

  it('exports the texts as they are, by date and id', async () => {
    const rival = inFolder('rival.smime');
    const database = inFolder('rival.db');
    await makeDatabase(inFolder('lines'), database);
    const certificate = recipient.certificateFile;
    expect(await exportDatabase({ input: database, certificate, output: rival })).toBeGreaterThan(0);
    const opened = { rival, key: recipient.keyFile };
    await requireSameRecords({ ...opened, zip: inFolder('sorted.zip'), entry: 'sort*' });
    const other = requireSameRecords({ ...opened, zip: inFolder('other.zip'), entry: 'other' });
    await expect(other).rejects.toThrow(/cmp/);
  });

  it('seals a file as it is, and fails in words when a program of the pipeline does', async () => {
    const rival = inFolder('file.smime');
    const files = { input: inFolder('sorted'), certificate: recipient.certificateFile, output: rival };
    await sealFile(files);
    await requireSameRecords({ rival, key: recipient.keyFile, zip: inFolder('sorted.zip'), entry: 'sorted' });
    await expect(sealFile({ ...files, certificate: inFolder('lines') })).rejects.toThrow(/openssl/);
  });
});

const positive = z.number().positive();
const rounds = z.array(z.object({ serviceSeconds: positive, rivalSeconds: positive })).length(1);
const report = z.object({
  date: z.iso.datetime(),
  machine: z.object({ cpu: z.string(), cores: positive, node: z.string(), workerd: z.string() }),
  speed: z.object({
    wallRatio: positive,
    sizeRatio: z.number().min(0.9).max(1.2),
    rounds: rounds,
    encodeRatio: positive,
    encodeSizeRatio: z.number().min(0.9).max(1.2),
    encodeRounds: rounds,
  }),
  cost: z.object({
    rowsReadPerRecord: positive,
    rowsWrittenPerRecord: positive,
    rowsWrittenPerMember: z.number().min(2).max(2.5),
    r2WritesPerGB: positive,
    r2Writes: positive,
    r2WritesAllowed: positive,
    exportPerMillionRecords: z.object({
      amounts: z.object({ objectRequests: positive, queueOperations: positive }),
    }),
    importPerMillionRecords: z.object({ amounts: z.object({ objectRowsWritten: z.number().min(1e6) }) }),
    counted: z.record(z.string(), z.number()),
  }),
});

/** What a run reads beside its records: counters of a year's days, the certificate, the job. */
const ROWS_BESIDE = 2_000;

describe.skipIf(missing.length > 0)('the command', () => {
  it('measures against the rival, finds the same records in both files, and writes figures that make sense', () => {
    const json = inFolder('report.json');
    const options = ['--only', 'speed,encode,cost', '--records', '2000', '--rounds', '1'];
    const command = ['scripts/lab/bench.ts', ...options, '--json', json];
    const { status, stderr, stdout } = spawnSync(process.execPath, command, {
      cwd: PROJECT,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('same records, byte for byte');
    expect(stdout).toContain('speed.wallRatio');
    const { cost } = report.parse(JSON.parse(readFileSync(json, 'utf8')));
    expect(cost.rowsReadPerRecord).toBeGreaterThan(0);
    expect(cost.rowsReadPerRecord).toBeLessThanOrEqual(1.02 + ROWS_BESIDE / 2_000);
    expect(cost.r2Writes).toBeLessThanOrEqual(cost.r2WritesAllowed);
    expect(cost.counted).toMatchObject({
      'r2.createMultipartUpload': 1,
      'r2.complete': 1,
      'object.create': 1,
    });
  });

  it('names what it does not understand', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/lab/bench.ts', '--only', 'spead'], {
      cwd: PROJECT,
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('spead');
  });
});
