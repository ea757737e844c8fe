import type { RecordSource } from './source.ts';

/** A source whose questions are asked again by `retrying` when they fail. */
export const retryingSource = (
  source: RecordSource,
  retrying: <T>(call: () => Promise<T>) => Promise<T>,
): RecordSource => ({
  begin: (scope, reading) => retrying(() => source.begin(scope, reading)),
  release: (ccid, type, reader) => retrying(() => source.release(ccid, type, reader)),
  totals: (scope) => retrying(() => source.totals(scope)),
  page: (scope, entry, after, bare) => retrying(() => source.page(scope, entry, after, bare)),
  departed: (scope, after) => retrying(() => source.departed(scope, after)),
  lastChange: (ccid, type) => retrying(() => source.lastChange(ccid, type)),
  mediaTypes: (ccid) => retrying(() => source.mediaTypes(ccid)),
});
