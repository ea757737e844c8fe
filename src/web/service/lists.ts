import { useQuery } from '@tanstack/react-query';
import type { components, paths } from '../../client/api.d.ts';
import { queryOf, type ListState } from '../address/list-state.ts';
import { moves } from './moving.ts';
import { SERVICE } from './session.ts';

export type JobItem = components['schemas']['JobInfo'];
export type RunItem = components['schemas']['HistoryItem'];
export type FileRow = components['schemas']['FileMetadata'];

/** One page of a list. */
export interface Listed<Row> {
  readonly items: readonly Row[];
  readonly count: number;
}

/** What a list can be asked for. */
type Asked<Path extends 'export/jobs' | 'export/history' | 'file-metadatas'> = NonNullable<
  paths[`/udm/v10/${Path}`]['get']['parameters']['query']
>;

/** How often a page asks again while something moves, and while nothing does, ms. */
const MOVING_MS = 2_000;
export const STILL_MS = 30_000;

/** An empty list is answered without a body. */
export const listPage = <Row>(
  answer: { readonly items: Row[]; readonly count?: number } | undefined,
): Listed<Row> => ({
  items: answer?.items ?? [],
  count: answer?.count ?? 0,
});

/** Asks for a list again and again: often while a row moves, seldom while none does, never while nobody looks. */
const live = <Row extends { readonly status: string }>(data: Listed<Row> | undefined): number =>
  data?.items.some(moves) ? MOVING_MS : STILL_MS;

/** Asks for one page; the page before stays, dimmed, until it is there. */
export const usePage = <Row>(
  key: string,
  state: ListState,
  ask: (signal: AbortSignal) => Promise<Listed<Row>>,
  every: (data: Listed<Row> | undefined) => number,
) =>
  useQuery<Listed<Row>>({
    queryKey: [key, 'list', state],
    placeholderData: (before) => before,
    refetchInterval: ({ state: { data } }) => every(data),
    queryFn: ({ signal }) => ask(signal),
  });

/** A page of jobs. */
export const useJobs = (state: ListState) =>
  usePage<JobItem>(
    'jobs',
    state,
    async (signal) => {
      // The address may name any column; the service refuses those that it cannot order by.
      const query = { ...queryOf(state), bgUpdate: true } as Asked<'export/jobs'>;
      return listPage((await SERVICE.api.GET('/udm/v10/export/jobs', { params: { query }, signal })).data);
    },
    live,
  );

/** A page of runs. */
export const useRuns = (state: ListState) =>
  usePage<RunItem>(
    'runs',
    state,
    async (signal) => {
      // The address may name any column; the service refuses those that it cannot order by.
      const query = { ...queryOf(state), bgUpdate: true } as Asked<'export/history'>;
      return listPage((await SERVICE.api.GET('/udm/v10/export/history', { params: { query }, signal })).data);
    },
    live,
  );

/** A page of files. */
export const useFiles = (state: ListState) =>
  usePage<FileRow>(
    'files',
    state,
    async (signal) => {
      // The address may name any column; the service refuses those that it cannot order by.
      const query = { ...queryOf(state), bgUpdate: true } as Asked<'file-metadatas'>;
      return listPage((await SERVICE.api.GET('/udm/v10/file-metadatas', { params: { query }, signal })).data);
    },
    () => STILL_MS,
  );

/** Files that match, at most `most` of them; a download needs the names of all. */
export async function filesMatching(state: ListState, most: number): Promise<readonly FileRow[]> {
  // The address may name any column; the service refuses those that it cannot order by.
  const query = { ...queryOf(state), from: 0, size: most } as Asked<'file-metadatas'>;
  return (await SERVICE.api.GET('/udm/v10/file-metadatas', { params: { query } })).data?.items ?? [];
}
