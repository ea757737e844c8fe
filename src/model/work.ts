import { priced, PRICES_DATE, type Usage } from './prices.ts';
import { OBJECTS_OF_A_SLICE } from './run-price.ts';

/** What a contact center had done for it, by what it was for. */
export const WORK_KINDS = ['runs', 'imports', 'compaction', 'downloads', 'requests'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** What is counted as it is done: calls as the platform bills them, rows as D1 tells of them, and time (milliseconds) that an invocation took. */
export const WORK_ITEMS = [
  'invocations',
  'milliseconds',
  'd1RowsRead',
  'd1RowsWritten',
  'r2ClassA',
  'r2ClassB',
  'queueOperations',
  'objectRequests',
] as const;
export type WorkItem = (typeof WORK_ITEMS)[number];
export type Work = Readonly<Record<WorkItem, number>>;

/** Work done of one kind in a month. */
export interface KindOfWork extends Work {
  readonly kind: WorkKind;
}

/** Bytes that a contact center's records take: packs and large texts in R2, and the objects that know them. */
export interface RecordsAtRest {
  readonly inBucket: number;
  readonly inObjects: number;
}

/** What was exported in a month: sealed bytes, which are kept for `retentionDays`; and records, where it is known what there are. */
interface Kept {
  readonly bytes: number;
  readonly retentionDays: number;
  readonly records?: RecordsAtRest | null;
}

const GB = 1e9;
/** Days that a price of keeping is for. */
const A_MONTH = 30;
/** CPU of a request that is neither a run's nor an import's, milliseconds; no invocation can measure its own. */
const CPU_MS_A_REQUEST = 10;
/** Memory that a Durable Object is billed for: 128 MB. */
const OBJECT_GB = 0.128;

/** What was used of all that is billed. What is not counted is reckoned: CPU as no more than the time that it took, and what objects do for a slice. */
function usageOfKind(work: KindOfWork): Usage {
  const works = work.kind === 'runs' || work.kind === 'imports' || work.kind === 'compaction';
  const slices = work.kind === 'runs' ? work.invocations : 0;
  return {
    requests: work.invocations,
    cpuMs: works ? work.milliseconds : work.invocations * CPU_MS_A_REQUEST,
    d1RowsRead: work.d1RowsRead,
    d1RowsWritten: work.d1RowsWritten + slices * OBJECTS_OF_A_SLICE.rowsWritten,
    r2ClassA: work.r2ClassA,
    r2ClassB: work.r2ClassB,
    queueOperations: work.queueOperations,
    objectRequests: work.objectRequests,
    objectGBSeconds: works ? (work.milliseconds / 1_000) * OBJECT_GB : 0,
    objectRowsWritten: slices * OBJECTS_OF_A_SLICE.rowsInObject,
  };
}

/** A month of it, as it is now. */
const usageAtRest = (records: RecordsAtRest | null): Usage =>
  records ? { r2StorageGB: records.inBucket / GB, objectStorageGB: records.inObjects / GB } : {};

/** One amount and its price. */
interface CostItem {
  readonly item: string;
  readonly amount: number;
  readonly dollars: number;
}

/** What a month has cost so far, US dollars at list prices beyond what the plan includes. */
interface Cost {
  readonly dollars: number;
  readonly pricesOf: string;
  readonly kinds: readonly {
    readonly kind: WorkKind | 'files' | 'records';
    readonly dollars: number;
    readonly items: readonly CostItem[];
  }[];
}

/** Prices what was done and kept; in the order of the kinds, what costs nothing left out. */
export function costOf(work: readonly KindOfWork[], { bytes, retentionDays, records = null }: Kept): Cost {
  const kept: Usage = { r2StorageGB: (bytes / GB) * (retentionDays / A_MONTH) };
  const kinds = [
    ...WORK_KINDS.map((kind) => {
      const found = work.find((one) => one.kind === kind);
      return { kind, usage: found ? usageOfKind(found) : {} };
    }),
    { kind: 'files' as const, usage: kept },
    { kind: 'records' as const, usage: usageAtRest(records) },
  ].map(({ kind, usage }) => {
    const { total = 0, ...dollars } = priced(usage);
    const items = Object.entries(usage)
      .filter(([, amount]) => amount > 0)
      .map(([item, amount]) => ({ item, amount: Number(amount.toFixed(6)), dollars: dollars[item] ?? 0 }));
    return { kind, dollars: total, items };
  });
  const sum = kinds.reduce((total, { dollars }) => total + dollars, 0);
  return { dollars: Number(sum.toFixed(6)), pricesOf: PRICES_DATE, kinds };
}

/** Shares of a budget at which it is told of, percent. */
export const BUDGET_PERCENTS = [80, 100] as const;
export type BudgetPercent = (typeof BUDGET_PERCENTS)[number];

/** Which shares of a budget are reached. */
export const reachedOf = (dollars: number, budget: number): readonly BudgetPercent[] =>
  BUDGET_PERCENTS.filter((percent) => dollars * 100 >= budget * percent);
