import { setTimeout as sleep } from 'node:timers/promises';
import type { Miniflare } from 'miniflare';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { QueueDouble } from '../../../scripts/lab/simulate/doubles/queue.ts';
import { passAtOnce } from '../../../scripts/lab/simulate/doubles/through.ts';
import { realPlatform } from './real-platform.ts';

const RETRIES = 3;
/** Notes each delivery; of `work` the first ones of a message fail, as many as it says. */
const SCRIPT = `
const deliveries = [];
const failed = new Map();
export default {
  fetch: async (request, env) => {
    if (request.method === 'POST') await env.WORK.sendBatch((await request.json()).map((body) => ({ body })));
    return Response.json(deliveries);
  },
  queue: async (batch) => {
    for (const { body } of batch.messages) {
      deliveries.push(batch.queue + ' ' + body.name);
      if (batch.queue === 'dead') continue;
      const before = failed.get(body.name) ?? 0;
      failed.set(body.name, before + 1);
      if (before < body.fails) throw new Error('not yet');
    }
  },
};`;

const MESSAGES = [0, 1, 3, 4, 9].map((fails) => ({ name: `fails ${fails}`, fails }));

let real: Miniflare;
beforeAll(() => {
  real = realPlatform(SCRIPT, [
    { name: 'work', maxRetries: RETRIES, deadLetterQueue: 'dead' },
    { name: 'dead', maxRetries: 0 },
  ]);
});
afterAll(() => real.dispose());

/** How often each message was delivered where. */
const counted = (deliveries: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const delivery of deliveries) counts[delivery] = (counts[delivery] ?? 0) + 1;
  return counts;
};

async function really(expected: number): Promise<readonly string[]> {
  await real.dispatchFetch('http://queue/', { method: 'POST', body: JSON.stringify(MESSAGES) });
  for (let tries = 0; ; tries += 1) {
    const deliveries = (await (await real.dispatchFetch('http://queue/')).json()) as string[];
    if (deliveries.length >= expected || tries === 200) return deliveries;
    await sleep(100);
  }
}

function played(): readonly string[] {
  let now = 0;
  const queue = (name: string, deadLetters: QueueDouble | null) =>
    new QueueDouble(
      { name, maxRetries: RETRIES, retryMs: 1_000, deadLetters },
      { passage: passAtOnce, now: () => now },
    );
  const dead = queue('dead', null);
  const work = queue('work', dead);
  for (const message of MESSAGES) work.put(message);
  const deliveries: string[] = [];
  for (; now < 60_000; now += 500)
    for (const each of [work, dead])
      for (const message of each.due()) {
        const { name, fails } = message.body as (typeof MESSAGES)[number];
        deliveries.push(`${each.settings.name} ${name}`);
        if (each === dead || message.failed >= fails) each.done(message);
        else each.failed(message);
      }
  return deliveries;
}

it('delivers as often as Queues do, and to the dead letters what failed too often', async () => {
  const ours = played();
  expect(counted(await really(ours.length))).toEqual(counted(ours));
});
