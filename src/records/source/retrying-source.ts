import type { HistorySource } from './source.ts';

/** A source whose questions are asked again by `retrying` when they fail. */
export const retryingSource = (
  source: HistorySource,
  retrying: <T>(call: () => Promise<T>) => Promise<T>,
): HistorySource => ({
  totals: (scope) => retrying(() => source.totals(scope)),
  page: (scope, part, after) => retrying(() => source.page(scope, part, after)),
  lastChange: (ccid) => retrying(() => source.lastChange(ccid)),
  moved: (scope) => retrying(() => source.moved(scope)),
});
