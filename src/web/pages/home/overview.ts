import { useQuery } from '@tanstack/react-query';
import type { FileRow, JobItem, RunItem } from '../../service/lists.ts';
import { liveQuestion } from '../../service/ask-live.ts';
import { SERVICE } from '../../service/session.ts';

/** The newest runs and jobs stand for all that a glance needs. */
const LOOKED_AT = 100;

/** What Home shows, asked in three requests. */
export interface Overview {
  readonly jobs: readonly JobItem[];
  readonly runs: readonly RunItem[];
  readonly files: readonly FileRow[];
  readonly fileCount: number;
}

const newest = { size: LOOKED_AT, bgUpdate: true };
const soonest = { size: LOOKED_AT, orderField: 'expiryDate', descAsc: false, bgUpdate: true } as const;

/** What runs, what ended, what comes, what goes. Only what somebody may see is asked for. */
export const useOverview = (sees: {
  readonly jobs: boolean;
  readonly runs: boolean;
  readonly files: boolean;
}) =>
  useQuery(
    liveQuestion<Overview>({
      queryKey: ['jobs', 'overview', sees],
      rowsOf: ({ runs, jobs }) => [...runs, ...jobs],
      ask: async (signal) => {
        const [jobs, runs, files] = await Promise.all([
          sees.jobs ? SERVICE.api.GET('/udm/v10/export/jobs', { params: { query: newest }, signal }) : null,
          sees.runs
            ? SERVICE.api.GET('/udm/v10/export/history', { params: { query: newest }, signal })
            : null,
          sees.files
            ? SERVICE.api.GET('/udm/v10/file-metadatas', { params: { query: soonest }, signal })
            : null,
        ]);
        return {
          jobs: jobs?.data?.items ?? [],
          runs: runs?.data?.items ?? [],
          files: files?.data?.items ?? [],
          fileCount: files?.data?.count ?? 0,
        };
      },
    }),
  );
