import { randomUUID } from 'node:crypto';
import type { Consumer } from './account.ts';
import { bodyOf, on, Refusal, type ApiRequest, type Route } from './route.ts';

/** Queues, and who consumes them. */
export const QUEUE_ROUTES: readonly Route[] = [
  // Queues
  on('GET', '/queues', ({ account, query }) =>
    [...account.queues]
      .filter(([name]) => query.get('name') === null || name === query.get('name'))
      .map(([queue_name, { id, consumers }]) => ({
        queue_id: id,
        queue_name,
        consumers,
        producers: [],
        consumers_total_count: consumers.length,
        producers_total_count: 0,
      })),
  ),
  on('POST', '/queues', async (asked) => {
    const { queue_name: name } = await bodyOf<{ queue_name: string }>(asked);
    if (asked.account.queues.has(name))
      throw new Refusal(409, 11_009, `Queue name '${name}' is already taken`);
    asked.account.queues.set(name, { id: randomUUID().replaceAll('-', ''), consumers: [] });
    return { queue_name: name };
  }),
  on('POST', '/queues/*/consumers', (asked) => putConsumer(asked, randomUUID())),
  on('PUT', '/queues/*/consumers/*', (asked) => putConsumer(asked, asked.parts[1] ?? '')),
];

async function putConsumer(asked: ApiRequest, id: string): Promise<Consumer> {
  const queue = [...asked.account.queues.values()].find((item) => item.id === asked.parts[0]);
  if (!queue) throw new Refusal(404, 11_000, 'Queue not found');
  const {
    script_name: script,
    type,
    dead_letter_queue,
    settings,
  } = await bodyOf<Omit<Consumer, 'script'> & { script_name: string }>(asked);
  const consumer = { consumer_id: id, script, type, dead_letter_queue, settings };
  queue.consumers = [...queue.consumers.filter((other) => other.script !== script), consumer];
  const served = asked.account.scripts.get(script);
  if (served) asked.platform.serve(served, asked.account);
  return consumer;
}
