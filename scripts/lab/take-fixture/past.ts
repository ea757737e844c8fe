import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '../../../src/client/session.ts';
import { KINDS, type DataType } from '../../../src/model/records.ts';
import { CommandError } from '../../cli/command.ts';
import { makeRecipient } from '../../demo/recipient.ts';
import { importLines } from '../../udm/import-file.ts';
import { uploadCertificate } from '../../udm/upload-certificate.ts';
import { expectedEntries } from './expected.ts';
import type { FixtureRun } from './fixture.ts';
import { firstHistory, ofMedia, type Lines } from './history.ts';
import { cancel, endedAs, endedRuns, jobBody, submitJob, suspend } from './jobs.ts';

const MINUTE_MS = 60_000;
/** Starts come with full minutes: what must be ready for one is begun so long before it at least. */
const MARGIN_MS = 10_000;
/** A run lasts a fraction of a second: one that is to be at work when a minute comes is submitted so long before it, one attempt after the other. */
const EARLY_MS = [200, 260, 140, 320, 100, 380, 200, 260];
/** No start of this schedule comes while a fixture is taken. */
const SELDOM = { runs: 'monthly' as const, startDate: '2025-01-01T00:00:00Z' };
export const SYNC_TITLE = 'What changed';

/** The DataSync job as it is submitted; each time that it is, it runs once more. */
export const syncBody = () =>
  jobBody(SYNC_TITLE, 'Interaction', {
    type: 'DataSync',
    schedulerParam: { ...SELDOM, immediately: true },
  });

/** What a service holds when it has been in use for a while. */
export interface Past {
  /** Runs that finished, with what is in their files. */
  readonly runs: readonly FixtureRun[];
  readonly syncJobId: number;
}

/** Imports a history; throws unless every line was taken. */
export async function importAll(session: Session, lines: Lines): Promise<void> {
  for (const kind of KINDS) {
    const bytes = (async function* () {
      for (const line of lines[kind]) yield Buffer.from(`${line}\n`);
    })();
    const report = await importLines(session, kind, bytes);
    if (report.inserted + report.updated !== lines[kind].length || report.waiting > 0)
      throw new CommandError(`The import of ${kind}: ${JSON.stringify(report)}`);
  }
}

/**
 * Has a service run jobs until it holds a run of every end: Finished with files, Failed, Cancelled, Skipped, and jobs that are
 * spent, suspended, and scheduled for a day to come. Takes a few minutes, because starts come with full minutes.
 */
export async function makePast(
  session: Session,
  { folder, certificateFile }: { folder: string; certificateFile: string },
): Promise<Past> {
  const lines = firstHistory();
  await importAll(session, lines);
  await makeFailed(session, folder);
  await uploadCertificate(session, certificateFile, basename(certificateFile));
  const runs: FixtureRun[] = [];
  const finished = async (jobId: number, type: DataType) => {
    const run = await endedAs(session, jobId, 'Finished');
    const entries = expectedEntries(lines, { type, jobId });
    runs.push({ jobId, runId: run.id, title: run.title, cut: null, entries });
  };
  await finished(await submitJob(session, jobBody('Every contact', 'Contact')), 'Contact');
  const syncJobId = await submitJob(session, syncBody());
  await finished(syncJobId, 'Interaction');
  const cancelled = await submitJob(session, jobBody('Given up', 'Interaction'));
  await cancel(session, cancelled);
  await endedAs(session, cancelled, 'Cancelled');
  await submitJob(
    session,
    jobBody('Later', 'Contact', { schedulerParam: { startDate: '2099-01-01T00:00:00Z' } }),
  );
  const besideSkipped = await makeSkipped(session);
  const archive = { type: 'Interaction', jobId: besideSkipped.jobId } as const;
  const entries = expectedEntries(ofMedia(lines, 'email'), archive);
  runs.push({ ...besideSkipped, cut: null, entries });
  return { runs, syncJobId };
}

/** A run fails when its time comes and the certificate on file has expired meanwhile. */
async function makeFailed(session: Session, folder: string): Promise<void> {
  const start = await minuteToCome();
  const short = join(folder, 'short');
  mkdirSync(short);
  const now = Date.now();
  const { certificateFile } = await makeRecipient(short, now, start - 1_000 - now);
  await uploadCertificate(session, certificateFile, 'expired.crt');
  const startDate = new Date(start).toISOString();
  const jobId = await submitJob(
    session,
    jobBody('Too late', 'Interaction', { schedulerParam: { startDate } }),
  );
  await sleep(start - Date.now());
  await endedAs(session, jobId, 'Failed');
}

/** A start is skipped when it comes while the run before is still at work; the job is suspended afterwards. */
async function makeSkipped(session: Session): Promise<{ jobId: number; runId: number; title: string }> {
  for (const early of EARLY_MS) {
    const start = await minuteToCome();
    await sleep(start - early - Date.now());
    const jobId = await submitJob(
      session,
      jobBody('E-mails of every minute', 'Interaction', {
        schedulerParam: { cron: '* * * * *', immediately: true },
        jobParams: { type: 'Interaction', media: ['email'], exportAttachments: true, fileSplitSize: '64KB' },
      }),
    );
    await sleep(start + 2_000 - Date.now());
    await suspend(session, jobId);
    const runs = await endedRuns(session, jobId);
    const finished = runs.find(({ status }) => status === 'Finished');
    if (finished && runs.some(({ status }) => status === 'Skipped'))
      return { jobId, runId: finished.id, title: finished.title };
    await session.api.DELETE('/udm/v10/export/jobs/{id}', { params: { path: { id: jobId } } });
  }
  throw new CommandError(`No start was skipped in ${EARLY_MS.length} attempts.`);
}

/** The next full minute that is not too near; waits where it is. */
async function minuteToCome(): Promise<number> {
  const left = MINUTE_MS - (Date.now() % MINUTE_MS);
  if (left < MARGIN_MS) await sleep(left);
  return Math.ceil(Date.now() / MINUTE_MS) * MINUTE_MS;
}
