import { useQuery } from '@tanstack/react-query';
import type { components } from '../../client/api.d.ts';
import { liveQuestion } from './ask-live.ts';
import { SERVICE } from './session.ts';

type SentJob = components['schemas']['Job'];
/** What a job would hold, and when it would start. */
export type Preview = components['schemas']['JobPreview'];

/** A run with what happened to it. */
export type RunDetails = components['schemas']['HistoryItemDetails'];

const askRun = async (id: number) =>
  (await SERVICE.api.GET('/udm/v10/export/history/{id}', { params: { path: { id } } })).data ?? null;

/** One job. */
export const useJob = (id: number | null) =>
  useQuery({
    queryKey: ['job', id],
    enabled: id !== null,
    queryFn: async () =>
      (await SERVICE.api.GET('/udm/v10/export/jobs/{id}', { params: { path: { id: id ?? 0 } } })).data ??
      null,
  });

/** One run; asked again while it moves. */
export const useRun = (id: number | null) =>
  useQuery({
    ...liveQuestion({
      queryKey: ['run', id],
      ask: () => askRun(id ?? 0),
      rowsOf: (run: RunDetails | null) => (run ? [run] : []),
    }),
    enabled: id !== null,
  });

/** The media types that jobs can name: the platform's, and those of the center's own records. */
export const useMediaTypes = () =>
  useQuery({
    queryKey: ['media'],
    staleTime: 300_000,
    queryFn: async () => {
      const query = { source: 'UCS', dataType: 'Interaction' };
      return (await SERVICE.api.GET('/udm/v10/data/sub-types', { params: { query } })).data ?? [];
    },
  });

/** The members of interactions or contacts that filters can ask for, with their operators. */
export const useAttributes = (entities: 'interaction' | 'contact') =>
  useQuery({
    queryKey: ['attributes', entities],
    staleTime: 300_000,
    queryFn: async () =>
      (await SERVICE.api.GET('/udm/v10/data/attributes', { params: { query: { entities } } })).data ?? [],
  });

/** Whether there are records at all, by what a job of all interactions would hold now. */
export const useHasRecords = () =>
  useQuery({
    queryKey: ['records', 'any'],
    staleTime: 60_000,
    queryFn: async () => (await preview(ALL_RECORDS)).records > 0,
  });

/** A job that exports every interaction. */
const ALL_RECORDS: SentJob = {
  source: 'UCS',
  type: 'UCS',
  title: 'all',
  timeFrame: { all: true },
  schedulerParam: { immediately: true, runs: 'once' },
  jobParams: { type: 'Interaction', media: ['all'] },
  suspended: false,
};

/** Asks what a job would hold, without making one. */
async function preview(body: SentJob, signal?: AbortSignal): Promise<Preview> {
  const query = { dryRun: true };
  const { data } = await SERVICE.api.POST('/udm/v10/export/jobs', {
    params: { query },
    body,
    ...(signal ? { signal } : {}),
  });
  // A dry run is answered 200 with the preview; the document has the created job's 202 beside it.
  return data as Preview;
}

/** What a job would hold, asked anew a moment after its settings changed. */
export const useJobPreview = (body: SentJob | null) =>
  useQuery<Preview>({
    queryKey: ['preview', body],
    enabled: body !== null,
    retry: false,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => preview(body ?? ALL_RECORDS, signal),
  });
