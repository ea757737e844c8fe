import { z } from 'zod';
import { storedDefinition } from './stored-definition.ts';
import { storedDestination } from './stored-delivery.ts';
import { currentRun, earlierRun, runOfD1 } from './stored-run.ts';
import type { Claim } from './claim.ts';
import type { Definition } from './definition.ts';
import type { Job } from './job.ts';
import { token } from './protocol.ts';
import type { Run } from './run.ts';

/**
 * What objects keep is text of the version that wrote it: parsed here, and brought to today's shape. Each shape has a format
 * number; the first one had none. A text that fits no known format is a defect of a deployment and throws in words that name
 * the place, never the content.
 */

/** Reads a stored JSON text by the first schema that takes it. */
export function read<T>(what: string, text: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const paths = parsed.error.issues.map(({ path }) => path.join('.') || '(whole)');
  throw new Error(`the stored ${what} cannot be read: ${[...new Set(paths)].join(', ')}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const instant = z.int();
const common = {
  id: z.int(),
  ccid: z.string(),
  definition: storedDefinition,
  createdAt: instant,
  suspended: z.boolean(),
  spent: z.boolean(),
  deleted: z.boolean(),
  nextStartsAt: instant.nullable(),
  watermark: z.int(),
  nonce: z.string().default(''),
  createdBy: z.string().default(''),
  destination: storedDestination.nullable().default(null),
  // Jobs of before it was kept: what reads their archives knows of no such list.
  listsDeleted: z.boolean().default(false),
};
const currentJob = z.object({ format: z.literal(3), ...common, startedUntil: instant });
/**
 * Before records were packed: a watermark was one of D1's change numbers, and says nothing of those that packed records have. All that there
 * is has changed since.
 */
const jobOfD1 = z
  .object({ format: z.literal(2), ...common, startedUntil: instant })
  .transform((job) => ({ ...job, format: 3 as const, watermark: 0 }));
/** Before there was a format: `startedUntil` came late, and a job without it goes by the clock, as one just made does. */
const earlierJob = z
  .object({ format: z.undefined().optional(), ...common, startedUntil: instant.optional() })
  .transform((job) => ({
    ...job,
    format: 3 as const,
    startedUntil: job.startedUntil ?? job.createdAt,
    watermark: 0,
  }));
const anyJob = z.union([currentJob, jobOfD1, earlierJob]).transform(({ format: _, ...job }): Job => job);

export const readJob = (text: string): Job => read('job', text, anyJob);
export const writeJob = (job: Job): string => JSON.stringify({ format: 3, ...job });

export const readDefinition = (text: string): Definition => read('definition', text, storedDefinition);
export const writeDefinition = (definition: Definition): string => JSON.stringify(definition);

const claimed = {
  seq: z.int(),
  attempt: z.int(),
  generation: z.int(),
  held: z.boolean(),
  stumbles: z.int(),
  wakeAt: instant,
  unanswered: z.int(),
  committed: token.nullable(),
};
const currentClaim = z.object({
  format: z.literal(2),
  ...claimed,
  waitingSince: instant.nullable(),
  struck: z.object({ code: z.string(), records: z.int(), times: z.int() }).nullable(),
});
/** Before claims knew when their faults began and of which kind they were: both count from the next one on. */
const earlierClaim = z
  .object({ format: z.literal(1), ...claimed })
  .transform((kept) => ({ ...kept, format: 2 as const, waitingSince: null, struck: null }));
const anyClaim = z.union([currentClaim, earlierClaim]).transform(({ format: _, ...rest }): Claim => rest);

export const readClaim = (text: string): Claim => read('claim', text, anyClaim);
export const writeClaim = (kept: Claim): string => JSON.stringify({ format: 2, ...kept });

/** A run's texts: its own, its definition's, and its claim's, which the first format held inside the run. */
export interface StoredRun {
  readonly run: string;
  readonly definition: Definition;
  readonly claim: string | null;
}

export function readRun({ run, definition, claim: own }: StoredRun): Run {
  const kept = read('run', run, z.union([currentRun, runOfD1, earlierRun]));
  const held = own === null ? kept.claim : readClaim(own);
  if (!held) throw new Error('the stored run has no claim');
  return { ...kept, claim: held, definition };
}

export const writeRun = ({ id, createdBy, window, outcome, position, plan }: Run): string =>
  JSON.stringify({ format: 3, id, createdBy, window, outcome, position, plan });
