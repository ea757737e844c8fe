import { readConfig, type Config } from './config.ts';
import { d1Source } from './records/source/d1-source.ts';
import { eraseContact } from './records/erasure/erase-contact.ts';
import { importRecords } from './records/import/import-records.ts';
import { retryingSource } from './records/source/retrying-source.ts';
import { createApp } from './http/app.ts';
import { consume, giveUp } from './jobs/consume.ts';
import { HOURLY } from './jobs/crons.ts';
import { beat } from './jobs/beat.ts';
import { jobService } from './jobs/service.ts';
import { queueDueStarts, wakeActive } from './jobs/start-due.ts';
import { sweepRecords } from './jobs/sweeps/records.ts';
import { sweepOrphans } from './jobs/sweeps/orphans.ts';
import { sweepsHeld } from './jobs/sweeps/held.ts';
import { sweepExpired } from './jobs/sweeps/artifacts.ts';
import { forgetRefreshTokens } from './store/refresh-tokens.ts';
import { retryingBucket } from './platform/bucket.ts';
import { retryingReads } from './platform/database.ts';
import { retrying } from './platform/retry.ts';

export { Center } from '../durable/center.ts';
export { ExportJob } from '../durable/export-job.ts';
export { Registry } from '../durable/registry.ts';

/** What wrangler.toml binds; secrets and settings are parsed by `readConfig`. */
const DEAD_LETTERS = 'export-slices-dead';

/** The composition root: the one file that sees every binding. An isolate builds it once. */
function compose(env: Env) {
  const config: Config = readConfig(env);
  const { DB: database, BUCKET: bucket, EXPORT_JOB: objects, QUEUE: queue, STARTS: starts } = env;
  const { CENTER: centers, REGISTRY: registry } = env;
  const texts = retryingBucket(bucket);
  const source = retryingSource(d1Source({ db: database, bucket: texts }), retrying);
  const db = retryingReads(database);
  const jobContext = () => ({ db, objects, registry, now: Date.now() });
  const app = createApp({
    config,
    db,
    bucket,
    now: Date.now,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    jobs: jobService({ db, objects, registry, source, now: Date.now }),
    restore: () => ({ ...jobContext(), centers }),
    mediaTypes: (ccid) => source.mediaTypes(ccid),
    importRecords: (input) => importRecords({ db, bucket: texts }, input),
    eraseContact: (ccid, contactId) => eraseContact({ db, bucket: texts }, ccid, contactId),
  });
  const slices = {
    config,
    db: database,
    bucket: texts,
    objects,
    registry,
    centers,
    source,
    send: async (message: unknown) => {
      await retrying(() => queue.send(message));
    },
    now: Date.now,
  };
  return {
    app,
    slices,
    config,
    texts: { db, bucket: texts },
    clock: { db, objects, registry, starts, bucket },
  };
}

let composed: ReturnType<typeof compose> | undefined;

export default {
  fetch(request, env, ctx) {
    composed ??= compose(env);
    return composed.app.fetch(request, env, ctx);
  },
  /** One message a batch (wrangler.toml). One that throws is delivered again, and in the end as a dead letter. */
  async queue(batch, env) {
    composed ??= compose(env);
    for (const message of batch.messages) {
      if (batch.queue === DEAD_LETTERS) await giveUp(composed.slices, message.body);
      else await consume(composed.slices, message.body);
      message.ack();
    }
  },
  async scheduled(controller, env) {
    composed ??= compose(env);
    const { clock, config, texts } = composed;
    const now = Date.now();
    if (controller.cron === HOURLY) {
      if (!(await sweepsHeld({ ...clock, now }))) {
        await sweepExpired(clock, now);
        await sweepRecords(texts, now, config.historyRetentionDays);
        await sweepOrphans(clock, now);
      }
      await forgetRefreshTokens(clock.db, now);
      return;
    }
    await beat({ ...clock, now });
    await queueDueStarts(clock, now);
    await wakeActive(clock);
  },
} satisfies ExportedHandler<Env>;
