/** What a contact center may have at most: stocks, not paces. The operator may allow one center more or less. */
export interface Limits {
  /** Runs In Progress at a time; more wait as Queued, in the order they came. */
  readonly runs: number;
  readonly jobs: number;
  /** History items of one job; the oldest go first (`retention.ts` says which never do). */
  readonly historyItems: number;
  /** Days after which a history item goes. */
  readonly historyDays: number;
  /** Bytes of imported records, as counted; null is no limit. */
  readonly recordBytes: number | null;
}

/** What the operator may set each limit to, from and to. */
export const LIMIT_RANGES: Readonly<Record<keyof Limits, readonly [number, number]>> = {
  runs: [1, 1_000],
  jobs: [1, 1_000_000],
  historyItems: [1, 250_000],
  historyDays: [1, 36_500],
  recordBytes: [1, 10_000_000_000_000],
};

/** `historyDays` is a setting of the deployment (RUN_RETENTION_DAYS). */
export const DEFAULT_LIMITS: Omit<Limits, 'historyDays'> = {
  runs: 8,
  jobs: 10_000,
  historyItems: 10_000,
  recordBytes: null,
};
