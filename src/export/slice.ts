import type { Config } from '../config.ts';
import { RecordUnreadable } from '../records/source/record-unreadable.ts';
import { SnapshotGone } from '../records/source/snapshot-gone.ts';
import type { RecordSource } from '../records/source/source.ts';
import type { Result } from '../model/failures.ts';
import {
  derBytes,
  FORMAT,
  recipientsOf,
  type Exported,
  type JobFacts,
  type Lease,
  type LeaseRefusal,
  type Plan,
  type RunProtocol,
  type SliceMessage,
  type StoredVolume,
  type Token,
} from '../model/protocol.ts';
import { parseCheckpoint } from '../model/stored-checkpoint.ts';
import type { RunBucket } from '../platform/bucket.ts';
import { log } from '../platform/log.ts';
import { retrying } from '../platform/retry.ts';
import { inSpan } from '../platform/span.ts';
import { findCertificates } from '../store/certificates.ts';
import { artifactPrefix, tailPrefix } from '../store/object-keys.ts';
import { Budget } from './budget.ts';
import { completeVolume } from './complete-volume.ts';
import { describeFault, faultOf, LeaseLost, RunFailure, VolumeSpoiled } from './faults.ts';
import { planRun } from './plan-run.ts';
import type { VolumeContext } from './volume-writer.ts';
import { readerOf } from './walk-archive.ts';
import { writeArchive, type Written } from './write-archive.ts';

/** What carrying out a slice needs; `src/index.ts` fills it from the bindings. */
export interface SliceContext {
  readonly config: Pick<Config, 'jurisdiction' | 'maxVolumeBytes' | 'sliceMs' | 'slicePages' | 'wrapKeys'>;
  readonly db: D1Database;
  readonly bucket: RunBucket;
  readonly source: RecordSource;
  readonly job: RunProtocol;
  readonly send: (message: SliceMessage) => Promise<void>;
  readonly now: () => number;
  /** Is told that the slice is still at work, as often as its lease is renewed. */
  readonly held?: () => void;
}

/**
 * Carries out the slice that a queue message names, and goes on with the next ones while its time lasts. Every fault ends
 * in a word to the job's object, which decides what comes of it; the message itself is done either way.
 */
export async function runSlice(context: SliceContext, message: SliceMessage): Promise<void> {
  const granted = await context.job.lease(message.runId, message.seq);
  if (!granted.ok) return;
  const holder = { lease: granted.value };
  try {
    const { ccid, jobId } = message;
    const attributes = { ccid, job: jobId, run: message.runId, seq: message.seq };
    await inSpan('slice', attributes, () => carryOut(context, holder));
  } catch (error) {
    await report(context.job, holder.lease.token, error);
  }
}

async function carryOut(context: SliceContext, holder: { lease: Lease }): Promise<void> {
  const { config, job } = context;
  const budget = new Budget({ milliseconds: config.sliceMs, pages: config.slicePages }, context.now);
  if (holder.lease.plan === null) holder.lease = await inSpan('plan', {}, () => plan(context, holder.lease));
  refuseReplaced(holder.lease);
  for (;;) {
    const { lease } = holder;
    const stored = await completeVolumes(context, lease, budget);
    if (stored.length < lease.sealed.length) {
      const still = { ...standing(lease), stored, handOver: true };
      return handOn(context, mustHold(await job.commit(lease.token, still)));
    }
    if (lease.written) {
      mustHold(await job.finish(lease.token, stored));
      return letGo(context, lease.job);
    }
    const written = await write(context, lease, budget);
    const handOver = written.checkpoint !== null && budget.over;
    const committed = await job.commit(lease.token, { ...written, stored, handOver });
    // Nobody goes on from a checkpoint that was refused: its tail would lie until the hourly sweep.
    if (!committed.ok && written.tail !== null) await context.bucket.delete(written.tail);
    const next = mustHold(committed);
    if (handOver) return handOn(context, next);
    holder.lease = next;
  }
}

/** A run that was planned on another source goes by counts and cursors that say nothing of this one. What is written may still end. */
function refuseReplaced({ plan: fixed, written }: Lease): void {
  if (written || fixed?.version !== null) return;
  throw new RunFailure(
    'The records were moved to another place while this run was under way: start the export again (source-replaced).',
  );
}

/** What a run was reading need not be kept any more. Where that cannot be said it ends by itself. */
async function letGo({ source }: SliceContext, job: JobFacts): Promise<void> {
  try {
    await source.release(job.ccid, job.type, readerOf(job));
  } catch (error) {
    log('snapshot-kept', { ccid: job.ccid, run: job.runId, error });
  }
}

/** Sends the next slice's message. Nobody holds that slice: a message that cannot be sent is left to the object's alarm. */
async function handOn({ send }: SliceContext, { token, job: { ccid, jobId, runId } }: Lease): Promise<void> {
  try {
    await send({ format: FORMAT, kind: 'slice', ccid, jobId, runId, seq: token.seq });
  } catch (error) {
    log('message-unsent', { ccid, run: runId, seq: token.seq, error });
  }
}

async function plan(context: SliceContext, lease: Lease): Promise<Lease> {
  const renew = renewer(context, lease.token);
  const fixed = await planRun(lease.job, {
    source: context.source,
    renew: () => renew(lease.exported),
    certificates: await retrying(() => findCertificates(context.db, lease.job.ccid)),
    maxVolumeBytes: context.config.maxVolumeBytes,
    jurisdiction: context.config.jurisdiction,
    now: context.now(),
    uuid: crypto.randomUUID(),
  });
  return mustHold(await context.job.fixPlan(lease.token, fixed));
}

/** Where the lease found the run: a commit of it leaves everything but what it stored as it is. */
function standing({ checkpoint, exported }: Lease): Written {
  const volume = checkpoint === null ? null : parseCheckpoint(checkpoint).volume;
  return { checkpoint, openVolume: volume?.volume ?? null, tail: volume?.tail ?? null, sealed: [], exported };
}

/** Completes what is sealed, or as much of it as the invocation has calls for. */
async function completeVolumes(
  context: SliceContext,
  lease: Lease,
  budget: Budget,
): Promise<readonly StoredVolume[]> {
  const renew = renewer(context, lease.token);
  const stored: StoredVolume[] = [];
  for (const volume of lease.sealed) {
    if (!budget.hasForVolume) break;
    await renew(lease.exported);
    const complete = { bucket: context.bucket, now: context.now, renew: () => renew(lease.exported) };
    const attributes = { volume: volume.volume, bytes: volume.size };
    stored.push(await inSpan('seal', attributes, () => completeVolume(complete, volume)));
  }
  return stored;
}

async function write(context: SliceContext, lease: Lease, budget: Budget) {
  const { plan: fixed, token } = lease;
  if (!fixed) throw new Error('a slice without a plan');
  return writeArchive(
    {
      job: lease.job,
      plan: fixed,
      source: context.source,
      volumes: volumeContext(context, lease, fixed),
      tailName: `${token.seq}-${lease.generation}`,
      budget,
      renew: renewer(context, token),
      laid: null,
    },
    lease.checkpoint,
  );
}

function volumeContext(context: SliceContext, lease: Lease, fixed: Plan): VolumeContext {
  const { ccid, runId } = lease.job;
  return {
    bucket: context.bucket,
    wrapKeys: context.config.wrapKeys,
    run: `${ccid}/${runId}`,
    artifactPrefix: artifactPrefix(ccid, runId),
    tailPrefix: tailPrefix(ccid, runId),
    certificates: recipientsOf(fixed).map(({ der }) => derBytes(der)),
    generation: lease.generation,
    opened: async (volume) => {
      mustHold(await context.job.opened(lease.token, volume));
    },
  };
}

const renewer =
  ({ job, held }: SliceContext, token: Token) =>
  async (exported: Exported): Promise<void> => {
    held?.();
    mustHold(await job.renew(token, exported));
  };

function mustHold<T>(granted: Result<T, LeaseRefusal>): T {
  if (!granted.ok) throw new LeaseLost(`the lease is ${granted.failure}`);
  return granted.value;
}

async function report(job: RunProtocol, token: Token, error: unknown): Promise<void> {
  if (error instanceof LeaseLost) return;
  log('slice-failed', { run: token.runId, seq: token.seq, attempt: token.attempt, error });
  if (error instanceof RunFailure || error instanceof RecordUnreadable)
    await job.failed(token, error.message);
  else if (error instanceof VolumeSpoiled) await job.restarted(token, describeFault(error));
  else if (error instanceof SnapshotGone) await job.restarted(token, error.message);
  else await job.stumbled(token, faultOf(error));
}
