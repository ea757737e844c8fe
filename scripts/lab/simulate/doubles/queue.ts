import type { Passage } from './through.ts';

/** A message in a queue. */
export interface QueuedMessage {
  readonly id: number;
  readonly body: unknown;
  /** When it may be delivered (again). */
  readonly at: number;
  /** Deliveries that failed. */
  readonly failed: number;
}

/** A queue's consumer, as wrangler.toml sets it. */
export interface QueueSettings {
  readonly name: string;
  readonly maxRetries: number;
  readonly retryMs: number;
  readonly deadLetters: QueueDouble | null;
}

/** A queue in memory: at least once, in no order. Who consumes it decides when, and tells how it went. */
export class QueueDouble {
  readonly settings: QueueSettings;
  readonly waiting = new Map<number, QueuedMessage>();
  readonly binding: Queue;
  readonly #now: () => number;
  #last = 0;

  constructor(
    settings: QueueSettings,
    { passage, now }: { readonly passage: Passage; readonly now: () => number },
  ) {
    this.settings = settings;
    this.#now = now;
    const point = `queue ${settings.name}`;
    const binding = {
      send: (body: unknown) => passage(`${point} send`, () => this.put(structuredClone(body))),
      sendBatch: (messages: Iterable<{ readonly body: unknown }>) => {
        const bodies = [...messages].map(({ body }) => structuredClone(body));
        return passage(`${point} sendBatch`, () => bodies.forEach((body) => this.put(body)));
      },
    };
    // What the service uses of a queue.
    this.binding = binding as unknown as Queue;
  }

  put(body: unknown): void {
    this.#last += 1;
    this.waiting.set(this.#last, { id: this.#last, body, at: this.#now(), failed: 0 });
  }

  /** A delivery went well: the message goes. */
  done({ id }: QueuedMessage): void {
    this.waiting.delete(id);
  }

  /** A delivery failed: it comes again, or goes to the dead letters. */
  failed({ id, body, failed }: QueuedMessage, after = this.settings.retryMs): void {
    if (!this.waiting.has(id)) return;
    const { maxRetries, deadLetters } = this.settings;
    if (failed < maxRetries) {
      this.waiting.set(id, { id, body, at: this.#now() + after, failed: failed + 1 });
      return;
    }
    this.waiting.delete(id);
    deadLetters?.put(body);
  }

  /** Messages that may be delivered now. */
  due(): readonly QueuedMessage[] {
    const now = this.#now();
    return [...this.waiting.values()].filter(({ at }) => at <= now);
  }

  /** When the next message may be delivered; null when there is none. */
  next(): number | null {
    const times = [...this.waiting.values()].map(({ at }) => at);
    return times.length === 0 ? null : Math.min(...times);
  }
}
