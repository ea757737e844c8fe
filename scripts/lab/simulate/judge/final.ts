import type { Ledger } from '../client/ledger.ts';
import type { RecordModel } from '../records/model.ts';
import type { World } from '../world/world.ts';
import { openArchive, shownArtifacts, type ShownArtifact } from './archive.ts';
import { keptJobs, type KeptJob } from './objects.ts';
import { wrongRecords } from './records.ts';
import { wrongChain } from './watermarks.ts';

export interface Evidence {
  readonly world: World;
  readonly ledger: Ledger;
  readonly models: ReadonlyMap<string, RecordModel>;
  readonly pem: string;
}

/** Judges a history at its end, when nothing is left to do; what is wrong goes into the ledger. */
export async function judge(evidence: Evidence): Promise<void> {
  const { world, ledger } = evidence;
  const kept = keptJobs(world);
  const artifacts = shownArtifacts(world);
  for (const job of kept) judgeJob(evidence, job);
  judgeJobsLost(evidence, kept);
  judgeRows(evidence, kept);
  judgeBucket(evidence, artifacts);
  const byRun = Map.groupBy(artifacts, ({ run }) => run);
  for (const { runs, job } of kept)
    for (const run of runs) {
      const own = byRun.get(run.id) ?? [];
      if (run.outcome.status !== 'FINISHED' || run.outcome.filesGone !== '') {
        if (own.length > 0) ledger.accuse(`run ${run.id} is ${run.outcome.status} and has files`);
        continue;
      }
      await judgeArchive(evidence, { run, ccid: job.ccid, artifacts: own });
    }
}

function judgeJob({ ledger }: Evidence, { job, runs, left }: KeptJob): void {
  for (const what of left) ledger.accuse(`job ${job.id} of ${job.ccid} is left with ${what}`);
  const known = ledger.jobs.get(job.id);
  const starts = new Set<number>();
  for (const run of runs) {
    const { status, reason, scheduledAt } = run.outcome;
    ledger.saw(run.id, { ccid: job.ccid, job: job.id, status });
    if (status === 'FAILED') ledger.accuse(`run ${run.id} failed for no reason: ${reason}`);
    if (status === 'CANCELLED' && known && !known.cancelled)
      ledger.accuse(`run ${run.id} was cancelled, and nobody asked for it`);
    if (starts.has(scheduledAt))
      ledger.accuse(`job ${job.id} started twice at ${new Date(scheduledAt).toISOString()}`);
    starts.add(scheduledAt);
  }
  const isWithoutRun = job.definition.schedule.immediately && runs.length === 0 && !job.deleted;
  if (isWithoutRun && !ledger.thinned.has(job.ccid))
    ledger.accuse(`job ${job.id}, "${job.definition.title}", starts at once and has no run`);
  for (const text of wrongChain({ job, runs }, ledger.thinned.has(job.ccid))) ledger.accuse(text);
}

function judgeJobsLost({ ledger }: Evidence, kept: readonly KeptJob[]): void {
  const present = new Map(kept.filter(({ job }) => !job.deleted).map((item) => [item.job.id, item]));
  for (const known of ledger.jobs.values()) {
    const item = present.get(known.id);
    if (known.gone === 'yes' && item) ledger.accuse(`job ${known.id} was deleted and is there`);
    if (known.gone === 'no' && !item)
      ledger.accuse(`job ${known.id}, "${known.title}", was answered 202 and is lost`);
    if (!item) continue;
    if (item.job.definition.title !== known.title || item.job.ccid !== known.ccid)
      ledger.accuse(`job ${known.id}, "${known.title}", has become "${item.job.definition.title}"`);
  }
}

/** D1 shows what the objects have, and nothing else. */
function judgeRows({ world, ledger }: Evidence, kept: readonly KeptJob[]): void {
  const shown = (rows: readonly object[]): string[] => rows.map((row) => Object.values(row).join(' '));
  const same = (what: string, inD1: readonly string[], inObjects: readonly string[]): void => {
    for (const row of inD1)
      if (!inObjects.includes(row)) ledger.accuse(`D1 shows the ${what} ${row}, which is none`);
    for (const row of inObjects)
      if (!inD1.includes(row)) ledger.accuse(`D1 does not show the ${what} ${row}`);
  };
  const live = kept.filter(({ job }) => !job.deleted);
  same(
    'job',
    shown(world.database.look('SELECT id, ccid FROM jobs')),
    live.map(({ job }) => `${job.id} ${job.ccid}`),
  );
  same(
    'run',
    shown(world.database.look('SELECT id, job_id, status FROM runs')),
    live.flatMap(({ job, runs }) => runs.map(({ id, outcome }) => `${id} ${job.id} ${outcome.status}`)),
  );
  for (const [name, slot] of world.objects) {
    if (!name.startsWith('CENTER ')) continue;
    const ccid = name.slice('CENTER '.length);
    const own = live.filter(({ job }) => job.ccid === ccid).map(({ job }) => `${job.id} ${job.ccid}`);
    same(
      `job in the center's own list`,
      slot.storage.look('SELECT id FROM jobs').map(({ id }) => `${String(id)} ${ccid}`),
      own,
    );
    for (const { id } of slot.storage.look('SELECT id FROM runs'))
      ledger.accuse(`run ${String(id)} keeps its place in ${ccid}`);
  }
}

/** R2 holds the artifacts and nothing that nobody owns. */
function judgeBucket({ world, ledger }: Evidence, artifacts: readonly ShownArtifact[]): void {
  const owned = new Set(artifacts.map(({ key }) => key));
  for (const key of world.bucket.objects.keys())
    if (!owned.has(key)) ledger.accuse(`${key} lies in R2, and nobody owns it`);
  for (const [id, { key, parts }] of world.bucket.uploads.open)
    if (parts.size > 0) ledger.accuse(`the upload ${id} of ${key} is left with ${parts.size} parts`);
}

async function judgeArchive(
  { world, ledger, models, pem }: Evidence,
  {
    run,
    ccid,
    artifacts,
  }: { run: KeptJob['runs'][number]; ccid: string; artifacts: readonly ShownArtifact[] },
): Promise<void> {
  // Files may be deleted one by one: what is left of a set is no archive.
  if (artifacts.length === 0) return ledger.accuse(`run ${run.id} is Finished and has no files`);
  try {
    const entries = await openArchive(world, artifacts, pem);
    const model = models.get(ccid);
    if (model) for (const text of wrongRecords(run, entries, model)) ledger.accuse(text);
  } catch (error) {
    if (!ledger.thinned.has(ccid)) ledger.accuse(`run ${run.id} cannot be opened: ${String(error)}`);
  }
}
