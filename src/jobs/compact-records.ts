import type { CompactionMessage } from '../model/compaction-message.ts';
import type { RunBucket } from '../platform/bucket.ts';
import { breathe } from '../platform/breathe.ts';
import { invocation } from '../platform/invocation.ts';
import { retrying } from '../platform/retry.ts';
import { compactOnce } from '../records/packed/compact.ts';
import type { RecordStores } from '../records/stores.ts';
import { textKey } from '../store/object-keys.ts';

/** What compacting needs beside the message. */
export interface CompactionContext {
  readonly storeOf: RecordStores['storeOf'];
  readonly bucket: Pick<RunBucket, 'get' | 'put'>;
  readonly now: () => number;
  /** Called between pieces: whoever limits what is done at once hears that this goes on. */
  readonly held: () => void;
  readonly send: (message: CompactionMessage) => Promise<void>;
}

/** No task is begun after so long: CPU time of an invocation ends after five minutes. */
const LONGEST_MS = 60_000;
/** For another task: each of its pieces is asked for and perhaps read, and comes again in a pack. */
const A_TASK = { subrequests: 4_500 };
/** So often in a row a task is overtaken by imports, until the store asks again. */
const OVERTAKEN = 3;

/** Compacts a store until nothing is left to be done, or for a while: then another message goes on. */
export async function compactRecords(context: CompactionContext, message: CompactionMessage): Promise<void> {
  const { storeOf, bucket, now, held, send } = context;
  const { ccid, type } = message;
  // A stub that met a fault is of no use any more.
  const store = () => storeOf(ccid, type);
  const work = {
    store: {
      // Not tried again: what was given to nobody is given to the next one, a while later.
      beginCompaction: () => store().beginCompaction(),
      openInput: (task: string, n: number) => retrying(() => store().openInput(task, n)),
      commitCompaction: (...done: Parameters<ReturnType<typeof store>['commitCompaction']>) =>
        retrying(() => store().commitCompaction(...done)),
    },
    bucket,
    newKey: (kind: string) => textKey(ccid, kind, crypto.randomUUID()),
    breathe: async () => {
      held();
      await breathe();
    },
  };
  const until = now() + LONGEST_MS;
  let overtaken = 0;
  while (now() < until && invocation().has(A_TASK)) {
    const done = await compactOnce(work);
    if (done === 'nothing') return;
    overtaken = done === 'overtaken' ? overtaken + 1 : 0;
    if (overtaken === OVERTAKEN) return;
  }
  await send(message);
}
