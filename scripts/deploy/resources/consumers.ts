import { queueNames, type Names } from '../names.ts';
import type { World } from '../world.ts';
import { projectConfig, tablesOf } from '../wrangler-config.ts';
import { findQueue, scriptOf } from './queue.ts';

/** What of a consumer can be seen: wrangler.toml's name of a setting, and Cloudflare's. */
const SETTINGS = [
  ['max_batch_size', 'batch_size'],
  ['max_retries', 'max_retries'],
  ['max_concurrency', 'max_concurrency'],
  ['retry_delay', 'retry_delay'],
] as const;

/** In what the consumers of the queues differ from wrangler.toml; null where in nothing. */
export async function consumersDiffer({ cloudflare, names }: World): Promise<string | null> {
  for (const wanted of tablesOf(projectConfig(), 'queues.consumers')) {
    const name = nameOf(names, String(wanted['queue']));
    const found = (await findQueue(cloudflare, name))?.consumers.find(
      (item) => scriptOf(item) === names.worker,
    );
    if (!found) return `it does not consume the queue ${name}`;
    // What is not told cannot differ.
    const wrong = SETTINGS.find(
      ([ours, theirs]) => (found.settings[theirs] ?? wanted[ours]) !== wanted[ours],
    );
    if (wrong)
      return `${wrong[0]} of the queue ${name} is ${String(found.settings[wrong[1]])}, not ${wanted[wrong[0]]}`;
    const dead = wanted['dead_letter_queue'];
    if (dead !== undefined && found.dead_letter_queue !== nameOf(names, String(dead)))
      return `the queue ${name} has another dead-letter queue`;
  }
  return null;
}

const nameOf = (names: Names, queue: string): string =>
  queueNames(names).find(([ours]) => ours === queue)?.[1] ?? queue;
