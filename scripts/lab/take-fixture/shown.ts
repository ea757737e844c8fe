import type { Session } from '../../../src/client/session.ts';
import type { Fixture } from './fixture.ts';

const ALL = { params: { query: { size: 1_000 } } };

/** What a service lists of jobs, runs and files, but for one job. */
export async function shownBy({ api }: Session, but: readonly number[]): Promise<Fixture['shown']> {
  const { data: jobs } = await api.GET('/udm/v10/export/jobs', ALL);
  const { data: history } = await api.GET('/udm/v10/export/history', ALL);
  const { data: files } = await api.GET('/udm/v10/file-metadatas', ALL);
  return {
    jobs: jobs?.items.filter(({ id }) => !but.includes(id)) ?? [],
    history: history?.items.filter(({ parentId }) => !but.includes(parentId)) ?? [],
    // How many days a file has left is of the day of asking.
    files:
      files?.items
        .filter(({ jobId }) => !but.includes(jobId))
        .map((file) => ({ ...file, remainingDays: undefined })) ?? [],
  };
}
