import type { Job } from '../../../../src/model/job.ts';
import type { Run } from '../../../../src/model/run.ts';
import { readDefinition, readJob, readRun } from '../../../../src/model/stored.ts';
import type { ObjectSlot } from '../world/objects.ts';
import type { World } from '../world/world.ts';

/** A job as its object keeps it, looked at from outside. */
export interface KeptJob {
  readonly slot: ObjectSlot;
  readonly job: Job;
  readonly runs: readonly Run[];
  /** What it has still to do, in words. */
  readonly left: readonly string[];
}

/** The objects that are jobs. */
export const keptJobs = (world: World): readonly KeptJob[] =>
  [...world.objects.values()]
    .filter(({ name }) => name.startsWith('EXPORT_JOB '))
    .flatMap((slot) => keptJob(slot) ?? []);

function keptJob(slot: ObjectSlot): KeptJob | null {
  const { storage } = slot;
  const [row] = storage.look('SELECT data, projected < version AS behind FROM job');
  if (!row) return null;
  const runs = storage
    .look(
      `SELECT runs.data, definitions.text, claims.data AS claim FROM runs JOIN definitions ON definitions.id = definition_id
       JOIN claims ON claims.run = runs.id ORDER BY runs.id`,
    )
    .map(({ data, text, claim }) =>
      readRun({ run: String(data), definition: readDefinition(String(text)), claim: String(claim) }),
    );
  const words = (name: string, query: string): string[] =>
    storage.look(query).map((values) => `${name} ${Object.values(values).join(' ')}`);
  const left = [
    ...(row['behind'] ? ['a projection'] : []),
    ...words('garbage', 'SELECT key FROM garbage'),
    ...words('errand', 'SELECT kind, run FROM errands'),
    ...words('telling of', 'SELECT id FROM removed_runs'),
    ...words('run', `SELECT id, status FROM runs WHERE status IN ('QUEUED', 'IN_PROGRESS')`),
  ];
  return { slot, job: readJob(String(row['data'])), runs, left };
}
