import { DAY_MS } from '../../../model/instant.ts';
import type { JobItem, RunItem } from '../../service/lists.ts';

const WEEK_MS = 7 * DAY_MS;
/** Days that the chart shows. */
const DAYS = 14;

/** Runs that failed within the last week. */
export const failedThisWeek = (runs: readonly RunItem[], now: number): readonly RunItem[] =>
  runs.filter(({ status, finishedAt }) => status === 'Failed' && now - Date.parse(finishedAt) < WEEK_MS);

/** The jobs that start next, the soonest first. */
export const startingNext = (jobs: readonly JobItem[], most: number): readonly JobItem[] =>
  jobs
    .filter(({ nextStartsAt, suspended }) => nextStartsAt !== '' && !suspended)
    .sort((one, other) => Date.parse(one.nextStartsAt) - Date.parse(other.nextStartsAt))
    .slice(0, most);

/** The run that was started last: when it was due, and how long after that it began, ms; null where none was. */
export function lastStart(
  runs: readonly RunItem[],
): { readonly due: string; readonly afterMs: number } | null {
  const started = runs.filter(({ scheduledAt, startedAt }) => scheduledAt !== '' && startedAt !== '');
  const [last] = started.toSorted((one, other) => Date.parse(other.startedAt) - Date.parse(one.startedAt));
  if (!last) return null;
  return {
    due: last.scheduledAt,
    afterMs: Math.max(0, Date.parse(last.startedAt) - Date.parse(last.scheduledAt)),
  };
}

/** What was exported on one day, UTC. */
export interface DayTotal {
  /** The day's first moment. */
  readonly at: number;
  readonly records: number;
  readonly bytes: number;
}

/** Records and bytes of finished runs by day, today last; days without a run are there with nothing. */
export function byDay(runs: readonly RunItem[], now: number): readonly DayTotal[] {
  const today = Math.floor(now / DAY_MS);
  return Array.from({ length: DAYS }, (_, index) => {
    const day = today - DAYS + 1 + index;
    const own = runs.filter(
      ({ status, finishedAt }) =>
        status === 'Finished' && Math.floor(Date.parse(finishedAt) / DAY_MS) === day,
    );
    return {
      at: day * DAY_MS,
      records: own.reduce((sum, { detail }) => sum + countOf(detail['recordsExported']), 0),
      bytes: own.reduce((sum, { fileSize }) => sum + fileSize, 0),
    };
  });
}

const countOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
