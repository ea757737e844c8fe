import { dataTypesOf, type JobType } from '../../model/records.ts';
import type { RecordSource } from './source.ts';

/** A run of a job. */
interface RunName {
  readonly jobId: number;
  readonly runId: number;
}

/** By what a source knows a run. */
export const readerOf = ({ jobId, runId }: RunName): string => `${jobId}/${runId}`;

/** Lets go of what a run has pinned, of each data type that it reads. */
export async function releaseRun(
  source: Pick<RecordSource, 'release'>,
  run: RunName & { readonly ccid: string; readonly type: JobType },
): Promise<void> {
  for (const type of dataTypesOf(run.type)) await source.release(run.ccid, type, readerOf(run));
}
