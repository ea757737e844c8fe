import { z } from 'zod';
import type { Center } from '../../durable/center.ts';
import type { ExportJob } from '../../durable/export-job.ts';
import type { Registry } from '../../durable/registry.ts';
import { runSlice } from '../export/slice.ts';
import type { SliceContext } from '../export/slice-context.ts';
import { compactionMessage, type CompactionMessage } from '../model/compaction-message.ts';
import { deliveryMessage, type DeliveryMessage } from '../model/delivery-protocol.ts';
import { sliceMessage, startMessage, type SliceMessage } from '../model/protocol.ts';
import { sliceShare } from '../model/run-queue.ts';
import type { Gate } from '../platform/gate.ts';
import { invocation } from '../platform/invocation.ts';
import { log } from '../platform/log.ts';
import { compactRecords, type CompactionContext } from './compact-records.ts';
import { jobObject } from './job-object.ts';
import { deliverSlice, type DeliveryContext } from './delivery/deliver.ts';
import { noteDeadLetter } from './watch.ts';
import { startRun } from './start-due.ts';

type Context = Omit<SliceContext, 'job'> & {
  readonly objects: DurableObjectNamespace<ExportJob>;
  readonly centers: DurableObjectNamespace<Center>;
  readonly registry: DurableObjectNamespace<Registry>;
  /** Lets in the slices that fit into the isolate together. */
  readonly gate: Gate;
  /** What copying files into customers' buckets needs beside. */
  readonly deliveries: Pick<DeliveryContext, 'ask' | 'send'> & { readonly gate: Gate };
  /** What compacting records needs beside. */
  readonly compactions: Pick<CompactionContext, 'storeOf' | 'send'> & { readonly gate: Gate };
};

/** How long a slice waits in its isolate for room, milliseconds; the queue has it back then, for another one perhaps. */
const ROOM_WAIT_MS = 20_000;

const message = z.discriminatedUnion('kind', [
  startMessage,
  sliceMessage,
  deliveryMessage,
  compactionMessage,
]);
const workMessage = z.discriminatedUnion('kind', [sliceMessage, deliveryMessage]);

/**
 * Carries out one queue message. What goes wrong in a slice was told to the job's object; what could not even be told
 * throws, so that the queue delivers the message again. A message of another format is left to the object, too, whose alarm
 * sends its own. Answers false where there was no room for the slice: the message is to come again.
 */
export async function consume(context: Context, body: unknown): Promise<boolean> {
  const parsed = message.safeParse(body);
  if (!parsed.success) {
    log('message-unreadable', { field: parsed.error.issues[0]?.path.join('.') });
    return true;
  }
  const { data } = parsed;
  invocation().workFor({ ccid: data.ccid, kind: data.kind === 'compaction' ? 'compaction' : 'runs' });
  if (data.kind !== 'start') return inRoom(context, data);
  await startRun({ ...context, now: context.now() }, data);
  return true;
}

type Work = SliceMessage | DeliveryMessage | CompactionMessage;

async function inRoom(context: Context, data: Work): Promise<boolean> {
  const gates = {
    slice: context.gate,
    delivery: context.deliveries.gate,
    compaction: context.compactions.gate,
  };
  const gate = gates[data.kind];
  const place = await gate.enter(1, { who: data.ccid, milliseconds: ROOM_WAIT_MS });
  if (!place) return false;
  try {
    const within = { ...context, held: () => place.renew() };
    if (data.kind === 'slice') await carryOut(within, data);
    else if (data.kind === 'delivery') await deliver(within, data);
    else await compactRecords({ ...within, ...context.compactions }, data);
    return true;
  } finally {
    place.leave();
  }
}

async function carryOut(context: Context, data: SliceMessage): Promise<void> {
  const { ccid, jobId } = data;
  const inProgress = await context.centers.get(context.centers.idFromName(ccid)).inProgress();
  const config = { ...context.config, sliceMs: sliceShare(context.config.sliceMs, inProgress) };
  return runSlice({ ...context, config, job: jobObject(context.objects, ccid, jobId) }, data);
}

/** Carries out a slice of a delivery. */
function deliver(context: Context & { readonly held: () => void }, data: DeliveryMessage): Promise<void> {
  const { bucket, config, deliveries, held, now } = context;
  const { ask, send } = deliveries;
  const job = jobObject(context.objects, data.ccid, data.jobId);
  const { sliceMs, wrapKeys } = config;
  return deliverSlice({ ask, send, bucket, wrapKeys, sliceMs, job, held, now }, data);
}

/**
 * A message that was delivered in vain too often says nothing of its run: whatever it met may be over. The job's object is woken,
 * and sends its own. A start is left to the next minute, compacting to the store's alarm.
 */
export async function giveUp(
  { objects, db, now }: Pick<Context, 'objects' | 'db' | 'now'>,
  body: unknown,
): Promise<true> {
  // That it is told must not keep the run from going on.
  await noteDeadLetter(db, now()).catch((error: unknown) =>
    log('chore-failed', { chore: 'dead-letter', error }),
  );
  const parsed = workMessage.safeParse(body);
  if (parsed.success) await jobObject(objects, parsed.data.ccid, parsed.data.jobId).wake();
  return true;
}
