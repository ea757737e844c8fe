import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { CommandError } from '../cli/command.ts';
import { refusal } from './session.ts';
import type { Session } from './session.ts';

const POLL_MS = 500;
/** A run stands in the lists from the moment it is submitted; the projection into them may be this late. */
const RUN_APPEARS_MS = 30_000;
const PAGE = 1_000;

const jobAnswer = z.object({ id: z.number() });
const listOf = <T extends z.ZodType>(item: T) => z.object({ count: z.number(), items: z.array(item) });
const historyItem = z.object({
  id: z.number(),
  status: z.string(),
  description: z.string(),
  /** Of a run that failed: why. */
  detail: z.object({ reason: z.string().optional() }),
});
const progressAnswer = z.object({
  progress: z.number(),
  status: z.string(),
  recordsExported: z.number(),
  recordsTotal: z.number(),
  bytesWritten: z.number(),
});
/** How far a run is: `progress` in percent, `bytesWritten` of the sealed files. */
export type RunProgress = z.infer<typeof progressAnswer>;

const fileItem = z.object({ name: z.string(), size: z.number(), sha256: z.string(), historyId: z.number() });
/** An exported file that can be downloaded; `sha256` is of the sealed file, in hexadecimal. */
export type ExportedFile = z.infer<typeof fileItem>;

/** What to export. `from` and `to` are dates as the service takes them; both absent mean everything. */
export interface ExportRequest {
  readonly type: 'Interaction' | 'Contact';
  readonly title: string;
  readonly media: readonly string[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly attachments: boolean;
}

/** Creates a job that runs once and at once, waits for its run, and names its files; throws with the run's reason. */
export async function runExport(
  session: Session,
  request: ExportRequest,
  onProgress: (progress: RunProgress) => void = () => {},
): Promise<readonly ExportedFile[]> {
  const jobId = await createJob(session, request);
  const runId = await findRun(session, jobId);
  for (;;) {
    const progress = await session.get(`/export/history/${runId}/progress`, progressAnswer);
    if (!progress) throw new CommandError(`Run ${runId} has no progress.`);
    onProgress(progress);
    if (progress.status === 'Finished') return listFiles(session, `historyId=${runId}`);
    if (!['Scheduled', 'Queued', 'In Progress'].includes(progress.status))
      throw await failure(session, runId);
    await sleep(POLL_MS);
  }
}

/** The files that match a query of `GET /file-metadatas`, newest first, page by page. */
export async function listFiles(session: Session, query: string): Promise<readonly ExportedFile[]> {
  const files: ExportedFile[] = [];
  for (;;) {
    const page = await session.get(
      `/file-metadatas?${query}&from=${files.length}&size=${PAGE}`,
      listOf(fileItem),
    );
    files.push(...(page?.items ?? []));
    if (!page || page.items.length === 0 || files.length >= page.count) return files;
  }
}

async function createJob(session: Session, request: ExportRequest): Promise<number> {
  const { type, title, media, attachments, from, to } = request;
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
    jobParams: { type, media: media.length ? media : ['all'], exportAttachments: attachments },
    suspended: false,
  };
  const headers = { 'content-type': 'application/json' };
  const answer = await session.send('/export/jobs', { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw await refusal('Creating the job', answer);
  return jobAnswer.parse(await answer.json()).id;
}

async function findRun(session: Session, jobId: number): Promise<number> {
  const deadline = Date.now() + RUN_APPEARS_MS;
  while (Date.now() < deadline) {
    const list = await session.get(`/export/history?jobId=${jobId}&size=1`, listOf(historyItem));
    const run = list?.items[0];
    if (run) return run.id;
    await sleep(POLL_MS);
  }
  throw new CommandError(`Job ${jobId} was accepted, but its run did not appear.`);
}

async function failure(session: Session, runId: number): Promise<CommandError> {
  const run = await session.get(`/export/history/${runId}`, historyItem);
  const reason = run?.detail.reason || run?.description || 'no reason given';
  return new CommandError(`Run ${runId} ended as ${run?.status ?? 'unknown'}: ${reason}`);
}
