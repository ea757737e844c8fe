import { z } from 'zod';
import { STATUS_LABELS, type Status } from './status.ts';
import { layout } from './laid-out.ts';
import { exported, plan, token } from './protocol.ts';
import type { Claim } from './claim.ts';
import type { Run } from './run.ts';

const instant = z.int();
// Object.keys of a literal table: its keys are the statuses.
const status = z.enum(Object.keys(STATUS_LABELS) as Status[]);

const outcome = {
  status,
  createdAt: instant,
  scheduledAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  reason: z.string(),
  filesExpireAt: instant.nullable(),
  filesGone: z.enum(['', 'expired', 'deleted']),
};
const position = {
  checkpoint: z.string().nullable(),
  written: z.boolean(),
  openVolume: z.int().nullable(),
  tail: z.string().nullable(),
  exported,
  entries: z.array(exported).readonly().default([]),
  laying: z.string().nullable().default(null),
  layout: layout.nullable().default(null),
  progress: z.int(),
  restarts: z.int(),
};
const ends = { from: instant.nullable(), to: instant.nullable() };

/** A stored run: the definition lies beside it, and so does the claim but for the first format's. */
type KeptRun = Omit<Run, 'definition' | 'claim'> & { readonly claim: Claim | null };

const kept = {
  id: z.int(),
  createdBy: z.string().default(''),
  window: z.object({ ...ends, watermark: z.int() }),
  outcome: z.object(outcome),
  position: z.object(position),
  plan: plan.nullable(),
};

export const currentRun = z
  .object({ format: z.literal(3), ...kept })
  .transform(({ format: _, ...run }): KeptRun => ({ ...run, claim: null }));

/** A watermark of D1's change numbers: a run that is yet to be planned begins with all that there is. */
const begunAnew = <R extends Pick<KeptRun, 'plan' | 'window'>>(run: R): R =>
  run.plan === null ? { ...run, window: { ...run.window, watermark: 0 } } : run;

/** Before records were packed. */
export const runOfD1 = z
  .object({ format: z.literal(2), ...kept })
  .transform(({ format: _, ...run }): KeptRun => begunAnew({ ...run, claim: null }));

/** The first format: one flat bag, the claim's fields among the run's. */
export const earlierRun = z
  .object({
    format: z.undefined().optional(),
    id: z.int(),
    window: z.object(ends),
    watermark: z.int(),
    ...outcome,
    ...position,
    plan: plan.nullable(),
    seq: z.int(),
    attempt: z.int(),
    generation: z.int(),
    held: z.boolean(),
    stumbles: z.int(),
    wakeAt: instant,
    unanswered: z.int(),
    committed: token.nullable(),
  })
  .transform((run): KeptRun => {
    const { id, window, watermark, plan: fixed, seq, attempt, generation, held, stumbles } = run;
    const { wakeAt, unanswered, committed } = run;
    const untold = { waitingSince: null, struck: null };
    const picked = <K extends string>(names: Readonly<Record<K, unknown>>) =>
      // Object.keys of the tables above: their keys are names of this run's.
      Object.fromEntries((Object.keys(names) as K[]).map((name) => [name, run[name as keyof typeof run]]));
    return begunAnew({
      id,
      createdBy: '',
      window: { ...window, watermark },
      // The fields are those of the schemas they were just parsed by.
      outcome: picked(outcome) as unknown as Run['outcome'],
      position: picked(position) as unknown as Run['position'],
      plan: fixed,
      claim: { seq, attempt, generation, held, stumbles, ...untold, wakeAt, unanswered, committed },
    });
  });
