import { createExecutionContext, createMessageBatch, createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import worker from '../../src/index.ts';
import { limitedBucket } from './bucket.ts';
import { Calls } from './calls.ts';
import { limitedDatabase } from './database.ts';
import { limitedQueue } from './queue.ts';

/** The platform's limits of one invocation. */
const LIMITS = { statements: 1_000, subrequests: 10_000 };

/**
 * The Worker's handlers over bindings with the platform's limits, each call one invocation. An isolate composes once: a test file
 * takes one platform for all of its tests.
 */
export function limitedPlatform(settings: Readonly<Record<string, string>> = {}) {
  const calls = new Calls(LIMITS);
  const slices = limitedQueue(calls);
  const starts = limitedQueue(calls);
  const deliveries = limitedQueue(calls);
  const compactions = limitedQueue(calls);
  const bindings: Env = {
    ...env,
    ...settings,
    DB: limitedDatabase(env.DB, calls),
    BUCKET: limitedBucket(env.BUCKET, calls),
    QUEUE: slices.queue,
    STARTS: starts.queue,
    DELIVERIES: deliveries.queue,
    COMPACTIONS: compactions.queue,
  };
  return {
    calls,
    bindings,
    slices: slices.sent,
    starts: starts.sent,
    async fetch(
      path: string,
      init?: RequestInit,
    ): Promise<{ readonly status: number; readonly text: string }> {
      calls.begin();
      const request = new Request(`http://udm.example${path}`, init);
      // What only the platform tells of a request, nobody here asks for.
      const incoming = request as Request<unknown, IncomingRequestCfProperties>;
      const response = await worker.fetch(incoming, bindings, createExecutionContext());
      return { status: response.status, text: await response.text() };
    },
    async scheduled(cron: string): Promise<void> {
      calls.begin();
      await worker.scheduled(createScheduledController({ cron, scheduledTime: new Date() }), bindings);
    },
    async queue(name: string, bodies: readonly unknown[]): Promise<void> {
      calls.begin();
      const messages = bodies.map((body, at) => ({
        id: String(at),
        timestamp: new Date(),
        attempts: 1,
        body,
      }));
      await worker.queue(createMessageBatch(name, messages), bindings);
    },
  };
}
