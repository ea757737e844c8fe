import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../cli/command.ts';
import type { components, operations } from '../../src/client/api.d.ts';
import type { Session } from '../../src/client/session.ts';

const POLL_MS = 500;
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
  const runId = await findRun(session, jobId);
  for (;;) {
    const { data: progress } = await session.api.GET('/udm/v10/export/history/{id}/progress', {
      params: { path: { id: runId } },
    });
    if (!progress) throw new CommandError(`Run ${runId} has no progress.`);
    onProgress(progress);
    if (progress.status === 'Finished') return listFiles(session, { historyId: runId });
    if (!['Scheduled', 'Queued', 'In Progress'].includes(progress.status))
      throw await failure(session, runId);
    await sleep(POLL_MS);
  }
}

/** The files that match a query of `GET /file-metadatas`, newest first, page by page. */
export async function listFiles(session: Session, query: FileQuery): Promise<readonly ExportedFile[]> {
  const files: ExportedFile[] = [];
  for (;;) {
    const { data: page } = await session.api.GET('/udm/v10/file-metadatas', {
      params: { query: { ...query, from: files.length, size: PAGE } },
    });
    files.push(...(page?.items ?? []));
    if (!page || page.items.length === 0 || files.length >= (page.count ?? 0)) return files;
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
    source: 'UCS',
    type: 'UCS',
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
  const { data: job } = await session.api.POST('/udm/v10/export/jobs', { body });
  if (!job) throw new CommandError('The job was created, but the service did not show it.');
  return job.id;
}

async function findRun(session: Session, jobId: number): Promise<number> {
  const deadline = Date.now() + RUN_APPEARS_MS;
  while (Date.now() < deadline) {
    const { data: list } = await session.api.GET('/udm/v10/export/history', {
      params: { query: { jobId, size: 1 } },
    });
    const run = list?.items[0];
    if (run) return run.id;
    await sleep(POLL_MS);
  }
  throw new CommandError(`Job ${jobId} was accepted, but its run did not appear.`);
}

async function failure(session: Session, runId: number): Promise<CommandError> {
  const { data: run } = await session.api.GET('/udm/v10/export/history/{id}', {
    params: { path: { id: runId } },
  });
  const reason = run?.detail.reason || run?.description || 'no reason given';
  return new CommandError(`Run ${runId} ended as ${run?.status ?? 'unknown'}: ${reason}`);
}
