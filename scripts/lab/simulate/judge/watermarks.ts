import type { Job } from '../../../../src/model/job.ts';
import type { Run } from '../../../../src/model/run.ts';

/**
 * What is wrong with a DataSync job's runs: each begins where the Finished one before it ended, so that no change is skipped,
 * and the job's watermark is the last one's. Where history items may have been deleted, none may lie before the last.
 */
export function wrongChain(
  { job, runs }: { job: Job; runs: readonly Run[] },
  thinned: boolean,
): readonly string[] {
  if (job.definition.exportType !== 'DataSync') return [];
  const wrong: string[] = [];
  let reached = 0;
  const finished = runs.filter(({ outcome }) => outcome.status === 'FINISHED');
  for (const { id, plan, window } of finished) {
    const changes = plan?.changes;
    if (!changes) {
      wrong.push(`run ${id} of DataSync has no changes`);
      continue;
    }
    if (changes.from < reached) wrong.push(`run ${id} begins at ${changes.from}, before ${reached}`);
    if (changes.from > reached && !thinned)
      wrong.push(`run ${id} skips what lies from ${reached} to ${changes.from}`);
    if (changes.from !== window.watermark) wrong.push(`run ${id} does not begin at its watermark`);
    if (changes.to < changes.from) wrong.push(`run ${id} falls from ${changes.from} to ${changes.to}`);
    reached = changes.to;
  }
  const isLast = thinned ? job.watermark >= reached : job.watermark === reached;
  if (!isLast)
    wrong.push(`the watermark of job ${job.id} is ${job.watermark}, its last run reached ${reached}`);
  return wrong;
}
