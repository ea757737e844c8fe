import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { runSlice } from '../../src/export/slice.ts';
import type { SliceContext } from '../../src/export/slice-context.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import type { SliceMessage } from '../../src/model/protocol.ts';
import { sliceContext } from '../support/center.ts';

/** A run of a job, by its ids. */
type RunName = Pick<SliceMessage, 'ccid' | 'jobId' | 'runId'>;

/** Carries out a run from its first message to its last, those included with which its object has it begun anew. */
export async function carryThrough(run: RunName, change: Partial<SliceContext>): Promise<void> {
  const sent: SliceMessage[] = [{ format: 1, kind: 'slice', ...run, seq: 0 }];
  const context = { ...sliceContext(run.ccid, { id: run.jobId }, sent), ...change };
  for (let last = sent.shift(); last;) {
    await runSlice(context, last);
    last = sent.shift() ?? (await messageOfObject(last));
  }
}

/** The message that the object's alarm sends for the slice that is due after this one; none where none is. */
async function messageOfObject(last: SliceMessage): Promise<SliceMessage | undefined> {
  const seq = await runInDurableObject(
    jobObject(env.EXPORT_JOB, last.ccid, last.jobId),
    (_, { storage: { sql } }) =>
      sql
        .exec<{ seq: number }>(
          `SELECT claims.data ->> 'seq' AS seq FROM claims JOIN runs ON runs.id = claims.run
           WHERE runs.id = ? AND status IN ('QUEUED', 'IN_PROGRESS')`,
          last.runId,
        )
        .toArray()[0]?.seq,
  );
  return seq === undefined || seq <= last.seq ? undefined : { ...last, seq };
}
