import { choicesOf, FREE, tokenOf, writerOf, type Choice, type Consumer } from './consumer.ts';
import * as object from './object.ts';
import type { Call, Kept, Rules } from './object.ts';
import { brokenBy, brokenOrder, brokenPair } from './promises.ts';
import { remembered, Table } from './table.ts';

/** What the object makes of a call, as ids. */
interface Served {
  readonly kept: number;
  readonly consumer: number;
  readonly broken: string | null;
}

/** A choice of a consumer, as ids. */
export interface Move extends Omit<Choice, 'next' | 'late'> {
  readonly next: number;
  readonly late: number;
  /** True where it asks for a renewal for the first time. */
  readonly renews: boolean;
}

/** Messages that the queue holds at a time. */
const MESSAGES = 2;

/** All that was met so far, as small numbers, and what follows from it: each thing is worked out by the rules once. */
export class Known {
  readonly #rules: Rules;
  readonly kept = new Table<Kept>();
  readonly consumers = new Table<Consumer>();
  readonly calls = new Table<Call | null>();
  readonly queues = new Table<readonly number[]>();
  // Ids of what there is at first: 0 is a free consumer, and no call.
  readonly first = { kept: this.kept.id(object.FRESH), queue: this.queues.id([0]) };
  readonly free = this.consumers.id(FREE);
  readonly nothing = this.calls.id(null);

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  readonly isOver = remembered((kept) => object.isOver(this.kept.at(kept)));
  readonly isDue = remembered((kept) => object.isDue(this.kept.at(kept)));
  readonly isOld = remembered((kept) => object.isOld(this.kept.at(kept)));
  readonly older = remembered((kept) => this.kept.id(object.older(this.kept.at(kept))));

  readonly waits = remembered((consumer) => this.consumers.at(consumer).call !== null);
  readonly asks = remembered((id) => this.waits(id) && this.consumers.at(id).answer === null);
  readonly asking = remembered((seq) => this.consumers.id({ ...FREE, call: { kind: 'lease', seq } }));
  /** A call without a consumer. */
  readonly nobodyWith = remembered((call) => this.consumers.id({ ...FREE, call: this.calls.at(call) }));
  readonly brokenPair = remembered((a, b) => brokenPair(this.consumers.at(a), this.consumers.at(b)));

  /** The generation that a lease just granted came with; infinity where none was. */
  readonly granted = remembered((id) => {
    const consumer = this.consumers.at(id);
    const generation = consumer.call?.kind === 'lease' ? writerOf(consumer) : 0;
    return generation > 0 ? generation : Number.POSITIVE_INFINITY;
  });

  readonly moves = remembered((consumer): readonly Move[] =>
    choicesOf(this.consumers.at(consumer)).map(({ next, late, ...choice }) => ({
      ...choice,
      next: this.consumers.id(next),
      late: this.calls.id(late),
      renews: next.call?.kind === 'renew' && choice.faults === 0,
    })),
  );

  readonly serve = remembered((keptId, consumerId): Served => {
    const consumer = this.consumers.at(consumerId);
    if (!consumer.call) throw new Error('this consumer asks nothing');
    const before = this.kept.at(keptId);
    const after = object.decide(this.#rules, before, consumer.call);
    return {
      kept: this.kept.id(after.kept),
      consumer: this.consumers.id({ ...consumer, answer: after.answer }),
      broken: brokenBy(this.#rules, { before, call: consumer.call, after }),
    };
  });

  readonly alarm = remembered((id): { kept: number; seq: number; broken: string | null } => {
    const before = this.kept.at(id);
    const after = { ...before, run: this.#rules.sentAgain(before.run, object.NOW) };
    return { kept: this.kept.id(after), seq: after.run.claim.seq, broken: brokenOrder(before, after) };
  });

  readonly cancelled = remembered((id): number => {
    const kept = this.kept.at(id);
    const run = this.#rules.end(kept.run, 'CANCELLED', { reason: '', now: object.NOW });
    return this.kept.id({ ...kept, run });
  });

  /** Whether a consumer's token passes the fence. */
  readonly passes = remembered((kept, consumer): boolean => {
    const token = tokenOf(this.consumers.at(consumer));
    return token !== null && this.#rules.fence(this.kept.at(kept).run, token).ok;
  });

  readonly waiting = remembered((queue) => [...new Set(this.queues.at(queue))]);

  /** What comes when the queue is full is lost. */
  readonly sent = remembered((queue, seq) => {
    const waiting = this.queues.at(queue);
    return waiting.length < MESSAGES ? this.queues.id([...waiting, seq].sort((x, y) => x - y)) : queue;
  });

  readonly without = remembered((queue, seq) => {
    const waiting = this.queues.at(queue);
    return this.queues.id(waiting.toSpliced(waiting.indexOf(seq), 1));
  });
}
