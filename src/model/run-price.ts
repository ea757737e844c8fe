import { PART_BYTES } from './part-numbers.ts';
import { priced, PRICES_DATE, type Usage } from './prices.ts';

/** What a run is to export, as far as it decides what it uses. */
export interface RunSize {
  readonly records: number;
  /** Of the lines, before compression. */
  readonly bytes: number;
  readonly volumes: number;
  /** Whether its changes are counted before they are read. */
  readonly counted: boolean;
}

/** A run that is over: what it exported, and how long it took. */
export interface PastRun {
  readonly bytes: number;
  readonly sealedBytes: number;
  readonly seconds: number;
}

/** How long a run takes, and what it costs. */
export interface RunEstimate {
  /** Null where there is no run to go by. */
  readonly minutes: number | null;
  /** US dollars, at list prices, with the keeping of its files. */
  readonly dollars: number;
  readonly pricesOf: string;
  /** False where it is the most that it could be. */
  readonly exact: boolean;
}

const MB = 1e6;
const GB = 1e9;
/** Sealed bytes of what does not compress: base64 in lines, and headers. */
const SEALED_AT_MOST = 1.4;
/** Amounts of a run beside what its parts use, as `npm run bench -- --only cost` counts them; CPU is that of all of local workerd. */
const CPU_MS_A_MB = 38;
const ROWS_A_RECORD = 1.02;
const BYTES_A_SLICE = 75 * MB;
const A_SLICE = { requests: 6, rowsWritten: 50, queueOperations: 3, rowsInObject: 22 };
/** What a slice has objects do, which it cannot count: rows that they write in D1, where they project, and their own. */
export const OBJECTS_OF_A_SLICE = { rowsWritten: A_SLICE.rowsWritten, rowsInObject: A_SLICE.rowsInObject };
/** Begin, complete, and one more, of a volume. */
const WRITES_A_VOLUME = 3;
/** Memory that a Durable Object is billed for, whatever it uses: 128 MB. */
const OBJECT_GB = 0.128;

/** What a run will take and cost, by those of its kind that the contact center has finished. `exact` tells whether its size is. */
export function runEstimate(size: RunSize, past: readonly PastRun[], exact: boolean): RunEstimate {
  const seconds = secondsOf(size.bytes, past);
  const sealedBytes = size.bytes * (ratioOf(past) ?? SEALED_AT_MOST);
  const { total = 0 } = priced(usageOfRun(size, { sealedBytes, seconds: seconds ?? 0 }));
  return {
    minutes: seconds === null ? null : Math.ceil(seconds / 6) / 10,
    dollars: total,
    pricesOf: PRICES_DATE,
    exact: exact && past.length > 0,
  };
}

/** By the pace of the largest run, whose beginning and end count least; never less than the quickest took. */
function secondsOf(bytes: number, past: readonly PastRun[]): number | null {
  const largest = past.reduce<PastRun | null>(
    (most, run) => (run.bytes > (most?.bytes ?? 0) ? run : most),
    null,
  );
  if (!largest) return null;
  const quickest = Math.min(...past.map(({ seconds }) => seconds));
  return Math.max(quickest, (bytes / largest.bytes) * largest.seconds);
}

function ratioOf(past: readonly PastRun[]): number | null {
  const bytes = past.reduce((sum, run) => sum + run.bytes, 0);
  return bytes === 0 ? null : past.reduce((sum, run) => sum + run.sealedBytes, 0) / bytes;
}

/** What of all that is billed a run uses; its files are kept for a month. */
function usageOfRun(
  { records, bytes, volumes, counted }: RunSize,
  { sealedBytes, seconds }: { readonly sealedBytes: number; readonly seconds: number },
): Usage {
  const slices = Math.ceil(bytes / BYTES_A_SLICE) + 1;
  return {
    requests: slices * A_SLICE.requests,
    cpuMs: (bytes / MB) * CPU_MS_A_MB,
    d1RowsRead: records * (ROWS_A_RECORD + (counted ? 1 : 0)),
    d1RowsWritten: slices * A_SLICE.rowsWritten,
    r2ClassA: Math.ceil(sealedBytes / PART_BYTES) + WRITES_A_VOLUME * volumes + slices,
    r2ClassB: slices + volumes,
    r2StorageGB: sealedBytes / GB,
    queueOperations: slices * A_SLICE.queueOperations,
    objectRequests: Math.ceil(bytes / MB) + slices * A_SLICE.requests,
    objectGBSeconds: seconds * OBJECT_GB,
    objectRowsWritten: slices * A_SLICE.rowsInObject,
  };
}
