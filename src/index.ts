import { tracing, waitUntil } from 'cloudflare:workers';
import { ConfigError, readConfig, type Config } from './config.ts';
import { eraseContact } from './records/erasure/erase-contact.ts';
import { importAdmitted } from './records/import/admitted.ts';
import { packedSource } from './records/packed/packed-source.ts';
import { retryingSource } from './records/source/retrying-source.ts';
import { storesIn, type RecordStores } from './records/stores.ts';
import { createApp } from './http/app.ts';
import { noticeMail } from './http/notice-mail.ts';
import { toldMail } from './http/told-mail.ts';
import { notConfigured } from './http/not-configured.ts';
import { AuditTrail } from './identity/audit-trail.ts';
import { outsideKeys } from './identity/outside-keys.ts';
import { consume, giveUp } from './jobs/consume.ts';
import { HOURLY } from './jobs/crons.ts';
import { jobService } from './jobs/service.ts';
import { WorkLedger } from './jobs/work-ledger.ts';
import { everyMinute } from './jobs/every-minute.ts';
import { sweepHourly } from './jobs/sweeps/hourly.ts';
import { openAdmission } from './platform/admission.ts';
import { retryingBucket } from './platform/bucket.ts';
import { countedBucket, countedDatabase, countedObjects, countedQueue } from './platform/counted.ts';
import { retryingReads } from './platform/database.ts';
import type { Jurisdiction } from './model/jurisdiction.ts';
import { floodGate } from './platform/flood-gate.ts';
import { Invocation, invocation, PLATFORM_ALLOWANCE } from './platform/invocation.ts';
import { log } from './platform/log.ts';
import { mailBy, shownMail, type MailBinding } from './platform/mail.ts';
import { outsideFetch } from './platform/outside-fetch.ts';
import { placedObjects } from './platform/placed-objects.ts';
import { retrying } from './platform/retry.ts';
import { traceBy } from './platform/span.ts';
import { notedJurisdiction } from './store/deployment.ts';

export { AuditLog } from '../durable/audit-log.ts';
export { Center } from '../durable/center.ts';
export { ExportJob } from '../durable/export-job.ts';
export { RecordStore } from '../durable/record-store.ts';
export { Registry } from '../durable/registry.ts';

const DEAD_LETTERS = 'export-slices-dead';
/** When a slice that found no room comes again, seconds. */
const ROOM_AGAIN_SECONDS = 2;

/** The composition root: the one file that sees every binding. An isolate builds it once. */
function compose(env: Env) {
  const config: Config = readConfig(env);
  traceBy(tracing);
  // Every call is counted in the invocation that makes it, each try for itself.
  const [database, bucket] = [countedDatabase(env.DB), countedBucket(env.BUCKET)];
  const [queue, starts] = [countedQueue(env.QUEUE), countedQueue(env.STARTS)];
  const [bucketDeliveries, compactions] = [countedQueue(env.DELIVERIES), countedQueue(env.COMPACTIONS)];
  const objectsOf = <T extends Rpc.DurableObjectBranded>(namespace: DurableObjectNamespace<T>) =>
    countedObjects(placedObjects(namespace, config));
  const [objects, centers] = [objectsOf(env.EXPORT_JOB), objectsOf(env.CENTER)];
  const [registry, audit] = [objectsOf(env.REGISTRY), objectsOf(env.AUDIT)];
  const records = objectsOf(env.RECORDS);
  const texts = retryingBucket(bucket);
  const db = retryingReads(database);
  const stores: RecordStores = { db, bucket: texts, storeOf: storesIn(records) };
  const source = retryingSource(packedSource(stores), retrying);
  const admission = openAdmission();
  const askOutside = outsideFetch(config);
  // No binding of wrangler.toml: "npm run deploy -- --mail-from" adds it.
  const { MAIL } = env as { MAIL?: MailBinding };
  if (config.mailFrom !== null && MAIL === undefined)
    throw new ConfigError('MAIL_FROM (needs the binding MAIL: a send_email)');
  const mail = mailBy(MAIL, config.mailFrom) ?? (config.local ? shownMail : null);
  const tellMail = mail === null ? null : toldMail(mail, config.origin);
  const jobContext = () => ({ db, objects, registry, now: Date.now() });
  const app = createApp({
    config,
    db,
    bucket,
    assets: env.ASSETS,
    queues: { QUEUE: queue, STARTS: starts, DELIVERIES: bucketDeliveries, COMPACTIONS: compactions },
    build: { number: env.VERSION.id, changeset: config.commit || env.VERSION.tag || 'unknown' },
    now: Date.now,
    flood: floodGate(env.FLOOD, config.origin ?? ''),
    later: waitUntil,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    jobs: jobService({ db, objects, registry, source, maxVolumeBytes: config.maxVolumeBytes, now: Date.now }),
    audit: new AuditTrail({ config, objects: audit, later: waitUntil }),
    outside: outsideKeys(db, askOutside),
    askOutside,
    tellMail: tellMail ?? undefined,
    tellByMail: mail ? noticeMail(mail, { origin: config.origin, later: waitUntil }) : undefined,
    everything: () => ({ ...jobContext(), centers, bucket, texts, records, source, audit }),
    mediaTypes: (ccid) => source.mediaTypes(ccid),
    importRecords: (input) => toItsEnd(importAdmitted(stores, admission, input)),
    eraseContact: (ccid, contactId) => eraseContact(stores, ccid, contactId),
  });
  const slices = {
    config,
    db: database,
    bucket: texts,
    objects,
    registry,
    centers,
    source,
    gate: admission.slices,
    send: async (message: unknown) => {
      await retrying(() => queue.send(message));
    },
    deliveries: {
      ask: askOutside,
      gate: admission.deliveries,
      send: async (message: unknown) => {
        await retrying(() => bucketDeliveries.send(message));
      },
    },
    compactions: {
      storeOf: stores.storeOf,
      gate: admission.compactions,
      send: async (message: unknown) => {
        await retrying(() => compactions.send(message));
      },
    },
    now: Date.now,
  };
  return {
    placed: placeCheck(database, config.jurisdiction),
    ledger: new WorkLedger(env.DB),
    app,
    slices,
    clock: { db, objects, registry, starts },
    deliver: {
      db,
      now: Date.now,
      fetch: askOutside,
      wrapKeys: config.wrapKeys,
      origin: config.origin,
      mail: tellMail,
      audit,
      alertsTo: config.alertsTo,
    },
    sweeps: {
      db,
      registry,
      bucket,
      texts: stores,
      historyRetentionDays: config.historyRetentionDays,
      retentionDays: config.retentionDays,
    },
  };
}

/** Lets work clear up behind itself where its sender has gone: otherwise the platform ends it without another word. */
function toItsEnd<T>(work: Promise<T>): Promise<T> {
  waitUntil(work.catch(() => undefined));
  return work;
}

let composed: ReturnType<typeof compose> | undefined;

/**
 * Sees, once an isolate, that everything lies where it is looked for: else nothing that there is would be found, and all be made anew.
 * Where D1 cannot say it the next one asks again.
 */
function placeCheck(db: D1Database, jurisdiction: Jurisdiction): () => Promise<void> {
  let seen = false;
  return async () => {
    if (seen) return;
    const lies = await notedJurisdiction(db, jurisdiction).catch(() => null);
    if (lies !== null && lies !== jurisdiction)
      throw new ConfigError(
        `JURISDICTION (is ${jurisdiction}, and all that there is lies in ${lies}: it cannot move)`,
      );
    seen = lies !== null;
  };
}

/** One statement is kept back, for what the invocation's work is noted with behind it. */
const SPENDABLE = {
  statements: PLATFORM_ALLOWANCE.statements - 1,
  subrequests: PLATFORM_ALLOWANCE.subrequests - 1,
};

/** Does something in an invocation of its own, with all that the isolate has composed. */
const handled = <T>(env: Env, handle: (parts: ReturnType<typeof compose>) => T | Promise<T>): Promise<T> =>
  new Invocation(SPENDABLE).run(async () => {
    const began = Date.now();
    const parts = (composed ??= compose(env));
    await parts.placed();
    try {
      return await handle(parts);
    } finally {
      // Behind the answer: what it cost is nothing that anybody waits for.
      waitUntil(parts.ledger.note(invocation(), { began, now: Date.now() }));
    }
  });

export default {
  async fetch(request, env, ctx) {
    try {
      return await handled(env, ({ app }) => app.fetch(request, env, ctx));
    } catch (error) {
      // Nothing of the request was looked at: the environment is read before it.
      if (!(error instanceof ConfigError)) throw error;
      log('not-configured', { wrong: error.wrong });
      return notConfigured(request);
    }
  },
  /** One message a batch of slices (wrangler.toml). One that throws is delivered again, and in the end as a dead letter. */
  queue: (batch, env) =>
    handled(env, async ({ slices }) => {
      for (const message of batch.messages) {
        const done =
          batch.queue === DEAD_LETTERS
            ? await giveUp(slices, message.body)
            : await consume(slices, message.body);
        if (done) message.ack();
        else message.retry({ delaySeconds: ROOM_AGAIN_SECONDS });
      }
    }),
  scheduled: (controller, env) =>
    handled(env, ({ clock, deliver, sweeps }) => {
      const now = Date.now();
      return controller.cron === HOURLY ? sweepHourly({ ...sweeps, now }) : everyMinute(clock, deliver, now);
    }),
} satisfies ExportedHandler<Env>;
