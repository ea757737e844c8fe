import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../cli/command.ts';
import { setOrder } from '../../src/client/open/volume-names.ts';
import { RunNotFinished } from './exit-codes.ts';
import type { components, operations } from '../../src/client/api.d.ts';
import { createdJob } from '../../src/client/created-job.ts';
import type { Session } from '../../src/client/session.ts';

/** Between two looks at a run. */
export const POLL_MS = 500;
/** A run stands in the lists from the moment it is submitted; the projection into them may be this late. */
const RUN_APPEARS_MS = 30_000;
const PAGE = 1_000;

/** How far a run is: `progress` in percent, `bytesWritten` of the sealed files. */
export type RunProgress = components['schemas']['JobProgress'];
/** An exported file that can be downloaded; `sha256` is of the sealed file, in hexadecimal. */
export type ExportedFile = Pick<
  components['schemas']['FileMetadata'],
  'name' | 'size' | 'sha256' | 'historyId'
>;
/** A query of `GET /file-metadatas`. */
type FileQuery = NonNullable<operations['listFileMetadatas']['parameters']['query']>;

/** What to export. `from` and `to` are dates as the service takes them; both absent mean everything. */
export interface ExportRequest {
  readonly type: 'Interaction' | 'Contact';
  readonly title: string;
  readonly media: readonly string[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly attachments: boolean;
  /** Size of a volume before sealing, as the service takes it; one file when absent. */
  readonly splitSize?: string | undefined;
}

/** Creates a job that runs once and at once, waits for its run, and names its files; throws with the run's reason. */
export async function runExport(
  session: Session,
  request: ExportRequest,
  onProgress: (progress: RunProgress) => void = () => {},
): Promise<readonly ExportedFile[]> {
  const jobId = await submitExport(session, request);
  const runId = await latestRun(session, jobId);
  for (;;) {
    const { data: progress } = await session.api.GET('/udm/v10/export/history/{id}/progress', {
      params: { path: { id: runId } },
    });
    if (!progress) throw new CommandError(`Run ${runId} has no progress.`);
    onProgress(progress);
    if (progress.status === 'Finished') return listFiles(session, { historyId: runId });
    if (runEnded(progress.status)) throw await runFailure(session, runId);
    await sleep(POLL_MS);
  }
}

/** Whether a run of this status goes no further. */
export const runEnded = (status: RunProgress['status']): boolean =>
  !['Scheduled', 'Queued', 'In Progress'].includes(status);

/** The files that match a query of `GET /file-metadatas`, newest first and the volumes of a set in their order, page by page. */
export async function listFiles(session: Session, query: FileQuery): Promise<readonly ExportedFile[]> {
  const files: ExportedFile[] = [];
  for (;;) {
    const { data: page } = await session.api.GET('/udm/v10/file-metadatas', {
      params: { query: { ...query, from: files.length, size: PAGE } },
    });
    files.push(...(page?.items ?? []));
    if (!page || page.items.length === 0 || files.length >= (page.count ?? 0)) return inSetOrder(files);
  }
}

/** Creates a job that runs once and at once; answers its id. */
export async function submitExport(session: Session, request: ExportRequest): Promise<number> {
  const { type, title, media, attachments, splitSize, from, to } = request;
  const timeFrame =
    from === undefined && to === undefined
      ? { all: true }
      : { ...(from === undefined ? {} : { dateFrom: from }), ...(to === undefined ? {} : { dateTo: to }) };
  const body = {
    source: 'UCS' as const,
    type: 'UCS' as const,
    title,
    timeFrame,
    schedulerParam: { immediately: true },
    jobParams: {
      type,
      media: media.length ? [...media] : ['all'],
      exportAttachments: attachments,
      ...(splitSize === undefined ? {} : { fileSplitSize: splitSize }),
    },
    suspended: false,
  };
  return (await createdJob(session, body)).id;
}

/** The volumes of each run in their order, from .z01 to .zip; runs stay as they come. */
export function inSetOrder<T extends Pick<ExportedFile, 'name' | 'historyId'>>(
  files: readonly T[],
): readonly T[] {
  const runs = new Map<number, T[]>();
  for (const file of files) runs.set(file.historyId, [...(runs.get(file.historyId) ?? []), file]);
  return [...runs.values()].flatMap((set) => set.toSorted((a, b) => setOrder(a.name) - setOrder(b.name)));
}

/** The latest run of a job, waited for as long as it takes to appear in the lists. */
export async function latestRun(session: Session, jobId: number, signal?: AbortSignal): Promise<number> {
  const deadline = Date.now() + RUN_APPEARS_MS;
  while (Date.now() < deadline) {
    const { data: list } = await session.api.GET('/udm/v10/export/history', {
      params: { query: { jobId, size: 1 } },
    });
    const run = list?.items[0];
    if (run) return run.id;
    await sleep(POLL_MS, undefined, signal ? { signal } : {});
  }
  throw new CommandError(`Job ${jobId} was accepted, but its run did not appear.`);
}

/** How and why a run ended otherwise than Finished. */
export async function runFailure(session: Session, runId: number): Promise<RunNotFinished> {
  const { data: run } = await session.api.GET('/udm/v10/export/history/{id}', {
    params: { path: { id: runId } },
  });
  const reason = run?.detail.reason || run?.description || 'no reason given';
  return new RunNotFinished(`Run ${runId} ended as ${run?.status ?? 'unknown'}: ${reason}`);
}
