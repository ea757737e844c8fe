import { useQuery } from '@tanstack/react-query';
import type { components, paths } from '../../client/api.d.ts';
import { queryOf, type ListState } from '../address/list-state.ts';
import { liveQuestion } from './ask-live.ts';
import type { LiveRow } from './live.ts';
import { QUERIES, SERVICE } from './session.ts';

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

/** An empty list is answered without a body. */
export const listPage = <Row>(
  answer: { readonly items: Row[]; readonly count?: number } | undefined,
): Listed<Row> => ({
  items: answer?.items ?? [],
  count: answer?.count ?? 0,
});

/** Asks for a page of a list that is in a state. */
type Ask<Row> = (state: ListState, signal: AbortSignal) => Promise<Listed<Row>>;

/** Rows of a list that may move; none where they are of another kind. */
type Movable<Row> = (row: Row) => readonly LiveRow[];
const itself = (row: LiveRow) => [row];
const never = () => [];

const pageQuery = <Row>(key: string, state: ListState, ask: Ask<Row>, movable: Movable<Row>) =>
  liveQuestion<Listed<Row>>({
    queryKey: [key, 'list', state],
    ask: (signal) => ask(state, signal),
    rowsOf: ({ items }) => items.flatMap(movable),
  });

/** Asks for one page; the page before stays, dimmed, until it is there. */
export const usePage = <Row>(key: string, state: ListState, ask: Ask<Row>, movable: Movable<Row> = never) =>
  useQuery<Listed<Row>>({ ...pageQuery(key, state, ask, movable), placeholderData: (before) => before });

// The address may name any column; the service refuses those that it cannot order by.
const asked = <Path extends 'export/jobs' | 'export/history' | 'file-metadatas'>(state: ListState) =>
  ({ ...queryOf(state), bgUpdate: true }) as Asked<Path>;

const askJobs: Ask<JobItem> = async (state, signal) => {
  const query = asked<'export/jobs'>(state);
  return listPage((await SERVICE.api.GET('/udm/v10/export/jobs', { params: { query }, signal })).data);
};
const askRuns: Ask<RunItem> = async (state, signal) => {
  const query = asked<'export/history'>(state);
  return listPage((await SERVICE.api.GET('/udm/v10/export/history', { params: { query }, signal })).data);
};
const askFiles: Ask<FileRow> = async (state, signal) => {
  const query = asked<'file-metadatas'>(state);
  return listPage((await SERVICE.api.GET('/udm/v10/file-metadatas', { params: { query }, signal })).data);
};

/** A page of jobs. */
export const useJobs = (state: ListState) => usePage('jobs', state, askJobs, itself);
/** A page of runs. */
export const useRuns = (state: ListState) => usePage('runs', state, askRuns, itself);
/** A page of files. */
export const useFiles = (state: ListState) => usePage('files', state, askFiles);

/** Asks for a page that is going to be shown, so that its rows come with it and not after it. */
const begin = <Row>(key: string, state: ListState, ask: Ask<Row>, movable: Movable<Row>): void =>
  void QUERIES.prefetchQuery(pageQuery(key, state, ask, movable));
export const jobsAhead = (state: ListState): void => begin('jobs', state, askJobs, itself);
export const runsAhead = (state: ListState): void => begin('runs', state, askRuns, itself);
export const filesAhead = (state: ListState): void => begin('files', state, askFiles, never);

/** Files that match, at most `most` of them; a download needs the names of all. */
export async function filesMatching(state: ListState, most: number): Promise<readonly FileRow[]> {
  // The address may name any column; the service refuses those that it cannot order by.
  const query = { ...queryOf(state), from: 0, size: most } as Asked<'file-metadatas'>;
  return (await SERVICE.api.GET('/udm/v10/file-metadatas', { params: { query } })).data?.items ?? [];
}
