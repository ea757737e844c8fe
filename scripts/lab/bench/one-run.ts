import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../../cli/command.ts';
import { listFiles, submitExport, type ExportedFile } from '../../udm/run-export.ts';
import type { Session } from '../../../src/client/session.ts';

/** One export, measured. */
export interface TimedRun {
  readonly runId: number;
  /** From the start of the run to Finished, as the service has it. */
  readonly seconds: number;
  /** From `POST /export/jobs` until the list of history items says Finished. */
  readonly wallSeconds: number;
  readonly files: readonly ExportedFile[];
  /** Bytes of all sealed files. */
  readonly sealedBytes: number;
}

/** How a run is measured: what it takes (no media: all), and how often the list is asked. */
export interface RunOptions {
  readonly pollMs: number;
  readonly media?: readonly string[];
}

/** Exports interactions by a job that runs once and at once. */
export const runOnce = (session: Session, { pollMs, media = [] }: RunOptions): Promise<TimedRun> =>
  timedRun(session, pollMs, () =>
    submitExport(session, { type: 'Interaction', title: 'Bench', media, attachments: false }),
  );

/**
 * Submits a job that runs once and at once, and waits for its run. The list of history items is asked every `pollMs` milliseconds:
 * how late the end may be seen, and work that the service has beside the run.
 */
export async function timedRun(
  session: Session,
  pollMs: number,
  submit: () => Promise<number>,
): Promise<TimedRun> {
  const start = performance.now();
  const jobId = await submit();
  for (;;) {
    const { data } = await session.api.GET('/udm/v10/export/history', {
      params: { query: { jobId, size: 1 } },
    });
    const run = data?.items[0];
    if (run?.status === 'Finished') {
      const wallSeconds = (performance.now() - start) / 1_000;
      const seconds = (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1_000;
      const files = await listFiles(session, { historyId: run.id });
      const sealedBytes = files.reduce((sum, file) => sum + file.size, 0);
      return { runId: run.id, seconds, wallSeconds, files, sealedBytes };
    }
    if (run && !['Scheduled', 'Queued', 'In Progress'].includes(run.status))
      throw new CommandError(`Run ${run.id} ended as ${run.status}: ${run.description}`);
    await sleep(pollMs);
  }
}
