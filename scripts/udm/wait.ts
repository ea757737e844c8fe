import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { isUnreachable, RefusedRequest } from '../../src/client/requests.ts';
import type { Session } from '../../src/client/session.ts';
import { duration } from '../cli/pace.ts';
import type { Udm } from './command.ts';
import { latestRun, listFiles, POLL_MS, runEnded, runFailure } from './run-export.ts';
import type { RunProgress } from './run-export.ts';

/** A service that is away while somebody waits for a run is asked again this often, and for so long. */
const AWAY_POLL_MS = 5_000;
const AWAY_MOST_MS = 30 * 60_000;

export interface WaitOptions {
  readonly wait?: boolean;
}

/** `--wait`, for commands that make a job. */
export const waitOptions = (command: Command): Command =>
  command.option('--wait', 'waits for the first run and prints the names of its files');

/** What is waited for: a run, or the latest run of a job. */
export type Awaited = { readonly runId: number } | { readonly jobId: number };

/** Waits for a run to end, with a bar, and prints the names of its files. Throws a `RunNotFinished` where it ends otherwise. */
export async function waitFor(udm: Udm, awaited: Awaited): Promise<number> {
  const session = udm.session();
  const runId = await endOfRun(udm, session, awaited);
  const files = await listFiles(session, { historyId: runId });
  udm.result({ runId, files }, files.map(({ name }) => name).join('\n') || 'The run has no files.');
  return 0;
}

/** Waits for the end of a run and answers its id. */
export async function endOfRun(udm: Udm, session: Session, awaited: Awaited): Promise<number> {
  const whose = 'jobId' in awaited ? `The export of job ${awaited.jobId}` : `Run ${awaited.runId}`;
  const again = 'jobId' in awaited ? awaited.jobId : awaited.runId;
  udm.whenStopped(`${whose} goes on in the service; "udm watch ${again}" takes it up.`);
  const runId = 'jobId' in awaited ? await latestRun(session, awaited.jobId, udm.signal) : awaited.runId;
  const bar = udm.bar(`run ${runId}`);
  for (let awaySince: number | null = null; ;) {
    try {
      const progress = await progressOf(session, runId);
      awaySince = null;
      bar.update(progress.progress / 100, noteOf(progress));
      if (runEnded(progress.status)) {
        bar.end();
        if (progress.status !== 'Finished') throw await runFailure(session, runId);
        return runId;
      }
    } catch (error) {
      awaySince ??= Date.now();
      if (!isAway(error) || Date.now() - awaySince > AWAY_MOST_MS) throw error;
      bar.say(`${error.message} The run goes on without us; asking again …`);
      await sleep(AWAY_POLL_MS, undefined, { signal: udm.signal });
    }
    await sleep(POLL_MS, undefined, { signal: udm.signal });
  }
}

const isAway = (error: unknown): error is Error =>
  isUnreachable(error) || (error instanceof RefusedRequest && error.status >= 500);

async function progressOf(session: Session, id: number): Promise<RunProgress> {
  const { data } = await session.api.GET('/udm/v10/export/history/{id}/progress', {
    params: { path: { id } },
  });
  if (!data) throw new Error(`run ${id} has no progress`);
  return data;
}

function noteOf({
  status,
  recordsExported,
  recordsTotal,
  estimatedSecondsRemaining: left,
}: RunProgress): string {
  if (status !== 'In Progress') return status;
  const records = `${recordsExported} of ${recordsTotal} records`;
  return left === null || left === 0 ? records : `${records}, ${duration(left)} left`;
}
