import type { ExportJob, ObjectBindings } from '../durable/export-job.ts';
import { readConfig, type Config } from './config.ts';
import { d1Source } from './history/d1-source.ts';
import { importRecords } from './history/import.ts';
import { createApp } from './http/app.ts';
import { consume } from './jobs/consume.ts';
import { createJob } from './jobs/create-job.ts';
import { runProgress } from './jobs/run-progress.ts';

export { ExportJob } from '../durable/export-job.ts';

/** What wrangler.toml binds; secrets and settings are parsed by `readConfig`. */
export interface Env extends ObjectBindings {
  readonly EXPORT_JOB: DurableObjectNamespace<ExportJob>;
}

/** The composition root: the one file that sees every binding. An isolate builds it once. */
function compose(env: Env) {
  const config: Config = readConfig(env);
  const { DB: db, BUCKET: bucket, EXPORT_JOB: objects, QUEUE: queue } = env;
  const app = createApp({
    config,
    db,
    bucket,
    now: Date.now,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    jobs: {
      create: (ccid, request) => createJob({ db, objects, now: Date.now() }, ccid, request),
      progress: (ccid, historyId) => runProgress({ db, objects }, ccid, historyId),
    },
    importRecords: (input) => importRecords(db, input),
  });
  const slices = {
    config,
    db,
    bucket,
    objects,
    source: d1Source(db),
    send: async (message: unknown) => {
      await queue.send(message);
    },
    now: Date.now,
  };
  return { app, slices };
}

let composed: ReturnType<typeof compose> | undefined;

export default {
  fetch(request, env, ctx) {
    composed ??= compose(env);
    return composed.app.fetch(request, env, ctx);
  },
  async queue(batch, env) {
    composed ??= compose(env);
    for (const message of batch.messages) {
      await consume(composed.slices, message.body);
      message.ack();
    }
  },
} satisfies ExportedHandler<Env>;
