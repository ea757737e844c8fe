import { z } from 'zod';
import type { Cloudflare } from '../cloudflare.ts';
import type { Names } from '../names.ts';
import type { Resource } from '../resource.ts';

const consumer = z.looseObject({
  script: z.string().optional(),
  script_name: z.string().optional(),
  service: z.string().optional(),
  dead_letter_queue: z.string().optional(),
  settings: z.record(z.string(), z.unknown()).default({}),
});
export type Consumer = z.infer<typeof consumer>;
const queue = z.object({
  queue_id: z.string(),
  queue_name: z.string(),
  consumers: z.array(consumer).default([]),
});

/** A queue with its consumers, by name; null where there is none. */
export async function findQueue(cloudflare: Cloudflare, name: string) {
  const list = await cloudflare.ask({
    doing: 'list the queues',
    path: `/queues?name=${encodeURIComponent(name)}`,
    answer: z.array(queue),
  });
  return list.find((item) => item.queue_name === name) ?? null;
}

/** The Worker that a consumer stands for. */
export const scriptOf = ({ script, script_name: name, service }: Consumer): string | undefined =>
  script ?? name ?? service;

/** A queue. One that another Worker consumes is somebody else's. */
export const queueResource = ({ worker }: Names, name: string): Resource => ({
  title: `queue ${name}`,
  look: async ({ cloudflare }) => {
    const found = await findQueue(cloudflare, name);
    if (!found) return { is: 'absent' };
    const other = found.consumers.map(scriptOf).find((script) => script !== undefined && script !== worker);
    if (other === undefined) return { is: 'right' };
    const why = `the Worker ${other} consumes it. Remove that consumer, or deploy under other names with -- --env NAME`;
    return { is: 'foreign', why };
  },
  make: async ({ cloudflare }) => {
    await cloudflare.ask({
      doing: 'make a queue',
      path: '/queues',
      method: 'POST',
      body: { queue_name: name },
      answer: z.unknown(),
    });
  },
});
