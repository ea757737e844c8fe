import { env } from 'cloudflare:workers';
import { jobContext } from '../support/center.ts';
import { vi } from 'vitest';
import { queueDueStarts, startRun } from '../../src/jobs/start-due.ts';
import { parseInstant } from '../../src/model/instant.ts';
import { startMessage, type StartMessage } from '../../src/model/protocol.ts';

/** Sets the clock of the Worker and its objects, which run in the isolate of the tests. */
export function setClock(text: string): number {
  const at = parseInstant(text);
  if (at === null) throw new Error(text);
  vi.useFakeTimers({ toFake: ['Date'], now: at });
  return at;
}

/** A queue that keeps what it is given. */
export function heldQueue() {
  const messages: StartMessage[] = [];
  const queue = {
    sendBatch: async (batch: Iterable<{ body: unknown }>) => {
      for (const { body } of batch) messages.push(startMessage.parse(body));
    },
  } as unknown as Queue; // The one method that the clock uses.
  return { queue, messages };
}

/** One minute of the Cron Trigger for one contact center: what is due is started, each message `deliveries` times. */
export async function tick(ccid: string, deliveries = 1): Promise<number> {
  const { queue, messages } = heldQueue();
  const context = { ...jobContext(), starts: queue };
  await queueDueStarts(context, Date.now());
  const own = messages.filter((message) => message.ccid === ccid);
  const deliver = (message: StartMessage) =>
    Promise.all(Array.from({ length: deliveries }, () => startRun(context, message)));
  for (let at = 0; at < own.length; at += 50) await Promise.all(own.slice(at, at + 50).map(deliver));
  return own.length;
}

/** The history of a job as D1 shows it, oldest first. */
export async function history(ccid: string, jobId: number): Promise<readonly Record<string, unknown>[]> {
  const { results } = await env.DB.prepare('SELECT view FROM runs WHERE ccid = ? AND job_id = ? ORDER BY id')
    .bind(ccid, jobId)
    .all<{ view: string }>();
  return results.map(({ view }) => JSON.parse(view) as Record<string, unknown>);
}
