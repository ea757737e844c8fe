import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '../../../src/client/session.ts';
import { CommandError } from '../../cli/command.ts';
import type { FixtureRun } from './fixture.ts';
import { editJob, jobBody, runsOf, submitJob, suspend } from './jobs.ts';
import { syncBody } from './past.ts';

const POLL_MS = 10;
/** Both runs are in their middle when each has exported this share of its records… */
const SHARE = 0.1;
/** … and none is so near to its end. */
const LATE_SHARE = 0.85;

/** A run that was begun. */
export type Begun = Pick<FixtureRun, 'jobId' | 'runId' | 'title'>;

/** Begins both kinds of runs at the same time: one archive of what changed, and one in volumes of everything. No start of their jobs comes afterwards. */
export async function beginRuns(
  session: Session,
  syncJobId: number,
): Promise<{ readonly whole: Begun; readonly split: Begun }> {
  const type = 'Interaction' as const;
  const jobParams = { type, media: [], exportAttachments: true, fileSplitSize: '64KB' };
  const [splitJobId] = await Promise.all([
    submitJob(session, jobBody('Everything in volumes', 'Interaction', { jobParams })),
    editJob(session, syncJobId, syncBody()),
  ]);
  await suspend(session, syncJobId);
  return { whole: await begun(session, syncJobId), split: await begun(session, splitJobId) };
}

async function begun(session: Session, jobId: number): Promise<Begun> {
  const [run] = await runsOf(session, jobId);
  if (!run) throw new CommandError(`Job ${jobId} has no run.`);
  return { jobId, runId: run.id, title: run.title };
}

/** Returns when the runs are in their middle, `later` milliseconds after that, or when it is too late. */
export async function untilInTheMiddle(
  { api }: Session,
  runIds: readonly number[],
  later: number,
): Promise<void> {
  for (;;) {
    const seen = await Promise.all(
      runIds.map((id) => api.GET('/udm/v10/export/history/{id}/progress', { params: { path: { id } } })),
    );
    const shares = seen.map(({ data }) => (data?.recordsExported ?? 0) / (data?.recordsTotal || 1));
    if (shares.some((share) => share >= LATE_SHARE)) return;
    if (shares.every((share) => share >= SHARE)) return sleep(later);
    await sleep(POLL_MS);
  }
}
