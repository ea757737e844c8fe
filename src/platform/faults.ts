/** What went wrong, in one word: for the log, for a run's reason, and for who decides whether another try can mend it. */
export type FaultCode =
  | 'r2-unavailable'
  | 'r2-10007'
  | 'r2-10011'
  | 'r2-10024'
  | 'r2-10025'
  | 'r2-10048'
  | 'r2-other'
  | 'd1-overloaded'
  | 'd1-reset'
  | 'd1-network'
  | 'd1-full'
  | 'd1-sql'
  | 'd1-other'
  | 'object-overloaded'
  | 'object-reset'
  | 'queue'
  | 'platform'
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'limits'
  | 'lease-lost'
  | 'volume-spoiled'
  | 'snapshot-gone'
  | 'run-failure'
  | 'record-unreadable'
  | 'shape'
  | 'defect'
  | 'unknown';

/** Errors that say by their name what they are: the service's own, zod's, the runtime's. */
const BY_NAME: ReadonlyMap<string, FaultCode> = new Map<string, FaultCode>([
  ['LeaseLost', 'lease-lost'],
  ['VolumeSpoiled', 'volume-spoiled'],
  ['SnapshotGone', 'snapshot-gone'],
  ['RunFailure', 'run-failure'],
  ['RecordUnreadable', 'record-unreadable'],
  ['ZodError', 'shape'],
  ['TimeoutError', 'timeout'],
  ['AbortError', 'aborted'],
]);

/**
 * The platform tells its errors apart by their messages alone. R2 ends them with a number (10007 no such object, 10011 part
 * too small, 10024 no such upload, 10025 a part with another ETag, 10048 parts of several sizes), Queues with
 * one of theirs (15…); D1 begins them with `D1_`, and SQLite's own name of the error stands at their end. The first row that
 * fits counts.
 */
const BY_MESSAGE: readonly (readonly [RegExp, FaultCode])[] = [
  [/\(10007\)/, 'r2-10007'],
  [/\(10011\)/, 'r2-10011'],
  [/\(10024\)/, 'r2-10024'],
  [/\(10025\)/, 'r2-10025'],
  [/\(10048\)/, 'r2-10048'],
  [/\((10001|10043|10054|10058)\)/, 'r2-unavailable'],
  [/^\w+: .*\(10\d{3}\)/, 'r2-other'],
  [/SQLITE_FULL|Exceeded maximum DB size|maximum account storage limit/, 'd1-full'],
  [/SQLITE_|D1_TYPE_ERROR|D1_COLUMN_NOTFOUND/, 'd1-sql'],
  [/D1 DB is overloaded/, 'd1-overloaded'],
  [/D1 DB.* reset|Cannot resolve D1 DB/, 'd1-reset'],
  [/D1_.*(Network connection lost|client disconnected)/, 'd1-network'],
  [/D1_/, 'd1-other'],
  [/Durable Object.* overloaded/, 'object-overloaded'],
  [/caused object to be reset|Durable Object.* reset|Cannot resolve Durable Object/, 'object-reset'],
  [/Queue send(Batch)? failed|\((10250|15\d{3})\)$/, 'queue'],
  [
    /internal error; reference|(Internal Server|Bad Gateway|Service Unavailable|Gateway Timeout)/i,
    'platform',
  ],
  [/Network connection lost|client disconnected/, 'network'],
  [/timed out|timeout/i, 'timeout'],
  [/aborted/i, 'aborted'],
  [/Too many (API requests|subrequests)|exceeded .*(limit|memory)/i, 'limits'],
];

/** Classifies whatever was thrown. Every code is a word of this file: nothing of the error's own text gets into it. */
export function faultCode(error: unknown): FaultCode {
  if (!(error instanceof Error)) return 'unknown';
  const named = BY_NAME.get(error.name);
  if (named) return named;
  // Drizzle's own words are the statement and its values: what happened stands in the cause.
  if (error.message.startsWith('Failed query:') && error.cause) return faultCode(error.cause);
  const row = BY_MESSAGE.find(([words]) => words.test(error.message));
  if (row) return row[1];
  return ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'].includes(error.name)
    ? 'defect'
    : 'unknown';
}

/** What passes by itself, however long it takes: the network, a service that is overloaded, restarting or away. */
const PASSING: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'r2-unavailable',
  'd1-overloaded',
  'd1-reset',
  'd1-network',
  'd1-other',
  'object-overloaded',
  'object-reset',
  'queue',
  'platform',
  'network',
  'timeout',
  'aborted',
]);

/** Whether there is nothing to mend: what met this fault only has to be done again later. */
export const passesByItself = (code: FaultCode): boolean => PASSING.has(code);
