import { hashKey, type Query, type QueryFunctionContext, type QueryKey } from '@tanstack/react-query';
import { askedAgainIn, stir, type LiveRow } from './live.ts';
import { moves } from './moving.ts';
import { QUERIES } from './session.ts';

/** What shows jobs, runs, and what comes of them. */
const TOLD: ReadonlySet<unknown> = new Set(['jobs', 'runs', 'run', 'files', 'webhooks']);
/** How often one asks beside a page that asks often, milliseconds. */
const BESIDE_MS = 30_000;
/** How often one asks that has not all rows, and so does not know when the next of them starts, milliseconds. */
const UNKNOWN_MS = 60_000;

interface LiveQuestion<Data> {
  readonly queryKey: QueryKey;
  readonly ask: (signal: AbortSignal) => Promise<Data>;
  /** The rows of an answer that may move. */
  readonly rowsOf: (data: Data) => readonly LiveRow[];
  /** Of what stands around every page: it leaves asking often to the page, and says whether an answer has all rows. */
  readonly around?: (data: Data) => boolean;
}

/** The questions in whose last answer a row moved. */
const moving = new Set<string>();

/**
 * A question that is asked again while something moves, and when something is due (`live.ts`). Where an answer tells that a row has begun
 * or ceased to move, what else the page shows is asked for, too: so a list of files, which asks for nothing by itself, has those of a run
 * that ended.
 */
export function liveQuestion<Data>({ queryKey, ask, rowsOf, around }: LiveQuestion<Data>) {
  const own = hashKey(queryKey);
  return {
    queryKey,
    queryFn: async ({ signal }: QueryFunctionContext) => {
      const before = QUERIES.getQueryData<Data>(queryKey);
      const after = await ask(signal);
      const rows = rowsOf(after);
      if (rows.some(moves)) moving.add(own);
      else moving.delete(own);
      const hasAll = around?.(after) ?? true;
      if (before !== undefined && (!hasAll || stir(rowsOf(before)) !== stir(rows))) askOthers(own);
      return after;
    },
    refetchIntervalInBackground: true,
    refetchInterval: ({ state: { data, error } }: Query<Data>) => {
      if (around && isAskedOften(own)) return BESIDE_MS;
      const rows = data === undefined ? [] : rowsOf(data);
      const again = askedAgainIn({ rows, error, hidden: document.hidden }, Date.now());
      if (data === undefined || (around?.(data) ?? true)) return again;
      return again === false ? UNKNOWN_MS : Math.min(again, UNKNOWN_MS);
    },
  };
}

/** Whether another question of what is shown is asked often. */
const isAskedOften = (own: string): boolean =>
  QUERIES.getQueryCache()
    .findAll({ type: 'active' })
    .some(({ queryHash }) => queryHash !== own && moving.has(queryHash));

/** Asks for whatever shows jobs and runs, but for what was answered just now. */
function askOthers(own: string): void {
  void QUERIES.invalidateQueries(
    { predicate: ({ queryKey, queryHash }) => TOLD.has(queryKey[0]) && queryHash !== own },
    { cancelRefetch: false },
  );
}
