import { releaseRun } from '../records/source/reader.ts';
import { RecordUnreadable } from '../records/source/record-unreadable.ts';
import { SnapshotGone } from '../records/source/snapshot-gone.ts';
import {
  FORMAT,
  type Lease,
  type RunProtocol,
  type SliceMessage,
  type StoredVolume,
  type Token,
} from '../model/protocol.ts';
import { parseCheckpoint } from '../model/stored-checkpoint.ts';
import { log } from '../platform/log.ts';
import { retrying } from '../platform/retry.ts';
import { inSpan } from '../platform/span.ts';
import { findCertificates } from '../store/certificates.ts';
import { Budget } from './budget.ts';
import { completeVolume } from './complete-volume.ts';
import { describeFault, faultOf, LeaseLost, RunFailure, VolumeSpoiled } from './faults.ts';
import { layOutArchive } from './lay-out.ts';
import { planRun } from './plan-run.ts';
import { plannedBytes } from './planned-bytes.ts';
import {
  attemptOf,
  mustHold,
  preparedContext,
  renewer,
  volumeContext,
  walkContext,
  type HeldSlice,
  type SliceContext,
} from './slice-context.ts';
import { writeArchive, type Written } from './write-archive.ts';

/**
 * Carries out the slice that a queue message names, and goes on with the next ones while its time lasts. Every fault ends
 * in a word to the job's object, which decides what comes of it; the message itself is done either way.
 */
export async function runSlice(context: SliceContext, message: SliceMessage): Promise<void> {
  const granted = await context.job.lease(message.runId, message.seq, message.volume);
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
      return;
    }
    if (!lease.plan) throw new Error('a slice without a plan');
    const slice = { lease, plan: lease.plan, budget };
    if (isToBeLaidOut(context, slice)) {
      const laid = await inSpan('layout', {}, () => layOut(context, slice));
      if (laid?.handOver === false) {
        holder.lease = laid.next;
        continue;
      }
      return laid ? handOn(context, laid.next) : undefined;
    }
    const written = await write(context, slice);
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

/** Sends the next slice's message. Nobody holds that slice: a message that cannot be sent is left to the object's alarm. */
async function handOn({ send }: SliceContext, { token, job: { ccid, jobId, runId } }: Lease): Promise<void> {
  const { seq, volume } = token;
  const named = volume === undefined ? {} : { volume };
  try {
    await send({ format: FORMAT, kind: 'slice', ccid, jobId, runId, seq, ...named });
  } catch (error) {
    log('message-unsent', { ccid, run: runId, seq, error });
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
  const granted = await context.job.fixPlan(lease.token, fixed);
  // The end let go of what the run had pinned before this was.
  if (!granted.ok && granted.failure === 'ended') await releaseRun(context.source, lease.job);
  return mustHold(granted);
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

function write(context: SliceContext, slice: HeldSlice): Promise<Written> {
  const { lease } = slice;
  const { volume } = lease.token;
  const { prepared } = lease;
  return writeArchive(
    {
      ...walkContext(context, slice),
      volumes: volumeContext(context, slice),
      tailName: attemptOf(lease),
      laid:
        volume === undefined || !prepared ? null : { ...preparedContext(context, lease), volume, prepared },
    },
    lease.checkpoint,
  );
}

/** Lays the archive out, or a part of it; null once every volume has a claim of its own, and messages were sent for the first ones. */
async function layOut(
  context: SliceContext,
  slice: HeldSlice,
): Promise<{ readonly next: Lease; readonly handOver: boolean } | null> {
  const { lease, budget } = slice;
  const renew = renewer(context, lease.token);
  const laying = {
    ...walkContext(context, slice),
    ...preparedContext(context, lease),
    // Nothing is exported yet.
    renew: () => renew(lease.exported),
    name: attemptOf(lease),
  };
  return layOutArchive(laying, lease.laying ?? null, async (laidOut) => {
    const handOver = laidOut.checkpoint === null || budget.over;
    const next = mustHold(await context.job.laidOut(lease.token, { ...laidOut, handOver }));
    return laidOut.checkpoint === null ? null : { next, handOver };
  });
}

/** Whether the archive is laid out first: it may need several volumes, and these are large enough for a message each. One that is begun goes on as it was. */
function isToBeLaidOut({ config }: SliceContext, { lease, plan: fixed }: HeldSlice): boolean {
  if (!lease.laysOut || lease.token.volume !== undefined) return false;
  if (lease.checkpoint !== null) return false;
  if (lease.laying) return true;
  return fixed.volumeBytes >= config.leastLaidBytes && plannedBytes(fixed, lease.job) > fixed.volumeBytes;
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
