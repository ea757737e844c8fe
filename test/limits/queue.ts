import type { Calls } from './calls.ts';

/** Queues' limits (developers.cloudflare.com/queues/platform/limits): bytes of a message, messages and bytes of a batch. */
const MESSAGE_BYTES = 128_000;
const MESSAGES_A_BATCH = 100;
const BATCH_BYTES = 256_000;

const bytesOf = (body: unknown): number => new TextEncoder().encode(JSON.stringify(body)).length;

/** A queue with the limits of the platform, which keeps what it is given. */
export function limitedQueue(calls: Calls) {
  const sent: unknown[] = [];
  const queue = {
    send: async (body: unknown) => {
      calls.spend(0);
      calls.must(bytesOf(body) <= MESSAGE_BYTES, 'message too large');
      sent.push(body);
    },
    sendBatch: async (messages: Iterable<{ readonly body: unknown }>) => {
      calls.spend(0);
      const bodies = Array.from(messages, ({ body }) => body);
      calls.must(bodies.length <= MESSAGES_A_BATCH, 'too many messages');
      calls.must(
        bodies.every((body) => bytesOf(body) <= MESSAGE_BYTES),
        'message too large',
      );
      calls.must(
        bodies.reduce((sum: number, body) => sum + bytesOf(body), 0) <= BATCH_BYTES,
        'batch too large',
      );
      sent.push(...bodies);
    },
  } as unknown as Queue; // The two methods that the service uses.
  return { queue, sent };
}
