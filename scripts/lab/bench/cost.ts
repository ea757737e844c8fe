import { join } from 'node:path';
import { PART_BYTES } from '../../../src/model/part-numbers.ts';
import { withBench, type Bench } from './bench-service.ts';
import { workerdCpuMs } from './cpu-time.ts';
import { runOnce, type TimedRun } from './one-run.ts';
import type { Settings } from './settings.ts';
import { untilSettled } from './until-settled.ts';
import { importPlain, writeDocuments, writeRecords } from './plain-import.ts';
import { priced, PRICES_DATE, type Usage } from '../../../src/model/prices.ts';
import { rounded } from './statistics.ts';
import { classA, counts, scaled, usageOf, type Counts } from './usage.ts';

const RECORDS = 150_000;
/** Each question reads a few rows, which are counted with the run's. */
const POLL_MS = 1_000;
/** R2 writes of a volume beside its parts: begin, complete, and one more. */
const WRITES_A_VOLUME = 3;
const GB = 1e9;
/** So many records are some dozen MB, which compaction takes up within a minute. */
const LEAST_COMPACTED = 20_000;
/** Documents are imported for one record of so many. */
const RECORDS_A_MEMBER = 5;

/** What an import, its compaction and a run use of everything that is billed, counted in the Worker, and priced. */
export function measureCost(settings: Settings) {
  const records = settings.records ?? RECORDS;
  return withBench('counted', settings.signal, async (bench) => {
    const lines = join(bench.folder, 'records.jsonl');
    await writeRecords(lines, records);
    const imported = await counting(bench, () => importPlain(bench.session, lines));
    settings.say('cost: imported');
    const compacted =
      records < LEAST_COMPACTED ? null : await counting(bench, () => untilSettled(bench.folder));
    settings.say(
      compacted
        ? 'cost: compacted'
        : 'cost.compactionPerMillionRecords is left out: so few records may never be compacted',
    );
    const exported = await counting(bench, () => runOnce(bench.session, { pollMs: POLL_MS }));
    settings.say('cost: exported');
    const members = Math.ceil(records / RECORDS_A_MEMBER);
    const documents = join(bench.folder, 'documents.jsonl');
    await writeDocuments(documents, members);
    const { counts: ofMembers } = await counting(bench, () =>
      importPlain(bench.session, documents, 'documents'),
    );
    settings.say('cost: documents imported');
    const rowsWrittenPerMember = rounded(rowsWritten(ofMembers) / members, 4);
    return { cost: { ...figures(records, { imported, compacted, exported }), rowsWrittenPerMember } };
  });
}

interface CountedWork {
  readonly imported: Counted<unknown>;
  readonly compacted: Counted<unknown> | null;
  readonly exported: Counted<TimedRun>;
}

function figures(records: number, { imported, compacted, exported }: CountedWork) {
  const { files, sealedBytes, seconds } = exported.value;
  const usage = usageOf(exported.counts, { cpuMs: exported.cpuMs, seconds });
  const usedBy = ({ counts: counted, cpuMs }: Counted<unknown>) => usageOf(counted, { cpuMs, seconds: 0 });
  const writes = classA(exported.counts);
  const slices = exported.counts['queue.delivered'] ?? 0;
  return {
    records,
    sealedBytes,
    /** Of D1 and the objects: read by an export, written by an import. */
    rowsReadPerRecord: rounded(((usage.d1RowsRead ?? 0) + (usage.objectRowsRead ?? 0)) / records, 4),
    rowsWrittenPerRecord: rounded(rowsWritten(imported.counts) / records, 4),
    r2WritesPerGB: rounded((writes / sealedBytes) * GB, 1),
    r2Writes: writes,
    r2WritesAllowed: Math.ceil(sealedBytes / PART_BYTES) + WRITES_A_VOLUME * files.length + slices,
    pricesOf: PRICES_DATE,
    /** CPU is that of the whole of workerd, D1 and R2 included: more than the platform bills. */
    exportPerMillionRecords: bill(scaled(usage, 1e6 / records)),
    exportPerGB: bill(scaled(usage, GB / sealedBytes)),
    importPerMillionRecords: bill(scaled(usedBy(imported), 1e6 / records)),
    ...(compacted && { compactionPerMillionRecords: bill(scaled(usedBy(compacted), 1e6 / records)) }),
    counted: exported.counts,
  };
}

/** Of D1 and the objects. */
const rowsWritten = (from: Counts): number =>
  (from['d1.rowsWritten'] ?? 0) + (from['objectSql.rowsWritten'] ?? 0);

const bill = (amounts: Usage) => ({ amounts, dollars: priced(amounts) });

interface Counted<T> {
  readonly value: T;
  readonly counts: Counts;
  readonly cpuMs: number;
}

async function counting<T>(bench: Bench, work: () => Promise<T>): Promise<Counted<T>> {
  await takeCounts(bench);
  const before = workerdCpuMs();
  const value = await work();
  const cpuMs = workerdCpuMs() - before;
  return { value, counts: await takeCounts(bench), cpuMs };
}

async function takeCounts({ url, signal }: Bench): Promise<Counts> {
  const answer = await fetch(`${url}/bench/counts`, { signal });
  return counts.parse(await answer.json());
}
