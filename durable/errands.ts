import type { Job } from '../src/model/job.ts';
import { log } from '../src/platform/log.ts';
import { releaseRun } from '../src/records/source/reader.ts';
import type { RecordSource } from '../src/records/source/source.ts';
import { addNotice } from '../src/store/notices.ts';
import type { Center } from './center.ts';
import type { Errand, ObjectState } from './state.ts';

interface ErrandContext {
  readonly state: ObjectState;
  readonly db: D1Database;
  readonly center: () => DurableObjectStub<Center>;
  readonly source: Pick<RecordSource, 'release'>;
}

/** Tells the contact center, the records' source, and whoever made the job, what they have to know. What cannot be told now is left to the alarm. */
export async function runErrands(context: ErrandContext): Promise<void> {
  const { state } = context;
  const job = state.job();
  if (!job) throw new Error('this object is no job yet');
  for (const errand of state.errands()) {
    try {
      await tell(context, job, errand);
      state.errandDone(errand);
      state.pauses.succeeded('errands');
    } catch (error) {
      state.pauses.failed('errands', Date.now());
      log('errand-left', { ccid: job.ccid, job: job.id, kind: errand.kind, error });
      return;
    }
  }
}

function tell({ state, db, center, source }: ErrandContext, job: Job, { kind, run }: Errand): Promise<void> {
  const { ccid, id, createdBy: name } = job;
  switch (kind) {
    case 'add-job':
      return center().addJob(ccid, id);
    case 'leave':
      return center().leave(run);
    case 'notice':
      // Whoever made the job may be a client, or be gone: then the history alone tells.
      return addNotice(db, { ccid, name }, { code: 'delivery-failed', time: Date.now() });
    case 'release':
      // However it ended: what it had pinned need not be kept any more.
      return releaseRun(source, {
        ccid,
        type: (state.run(run) ?? job).definition.type,
        jobId: id,
        runId: run,
      });
    case 'remove-job':
      return center().removeJob(id);
  }
}
