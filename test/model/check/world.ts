import type { Consumer } from './consumer.ts';
import { Known, type Move } from './known.ts';
import { nameOf, type Call, type Rules } from './object.ts';

/** Everything at one moment, as ids of what is known. The consumers are alike, so the smaller id stands first. */
export interface State {
  readonly kept: number;
  readonly a: number;
  readonly b: number;
  /** The slices whose messages wait in the queue. */
  readonly queue: number;
  /** A call on its way whose answer nobody waits for; 0 when there is none. */
  readonly late: number;
  /** The highest generation whose uploads may still be under way though nobody waits for them. */
  readonly abandoned: number;
  /** Faults that may still come. */
  readonly left: number;
}

/** Takes a state that follows. One with as many faults left took none; `broken` names the promise that this step broke. */
export type Follow = (label: string, next: State, broken: string | null) => void;

const SHARED = 'a writer shares its generation with uploads that are still under way';

/** The world of one run: which states follow a state. */
export class World {
  readonly first: State;
  readonly #known: Known;

  constructor(rules: Rules, faults: number) {
    this.#known = new Known(rules);
    const { first, free, nothing } = this.#known;
    this.first = { ...first, a: free, b: free, late: nothing, abandoned: 0, left: faults };
  }

  isOver(state: State): boolean {
    return this.#known.isOver(state.kept);
  }

  /** Calls `follow` with every state that can come next. */
  steps(state: State, follow: Follow): void {
    this.#stepsOf(state, state.a, { other: state.b, follow });
    if (state.a !== state.b) this.#stepsOf(state, state.b, { other: state.a, follow });
    if (state.late !== this.#known.nothing) {
      const { kept, broken } = this.#known.serve(state.kept, this.#known.nobodyWith(state.late));
      follow('a late call arrives', { ...state, kept, late: this.#known.nothing }, broken);
    }
    if (state.left > 0) this.#mishaps(state, follow);
    if (!this.isOver(state)) this.#time(state, follow);
  }

  /** The promise that a state breaks by itself; null when it keeps them all. */
  broken({ kept, a, b }: State): string | null {
    const { free, passes, brokenPair } = this.#known;
    if (a === free || b === free) return null;
    return passes(kept, a) && passes(kept, b) ? 'two consumers pass the fence' : brokenPair(a, b);
  }

  /** A state in words, for a trace. */
  describe({ kept, a, b, queue, late }: State): string {
    const { run, volumes } = this.#known.kept.at(kept);
    const { claim, outcome } = run;
    const call = this.#known.calls.at(late);
    return [
      `${outcome.status} ${claim.seq}.${claim.attempt}g${claim.generation}${claim.held ? ' held' : ''}`,
      `volumes ${volumes || '-'}`,
      `messages ${this.#known.queues.at(queue).join() || '-'}`,
      ...[a, b].map((id) => consumerWords(this.#known.consumers.at(id))),
      ...(call ? [`late ${callWords(call)}`] : []),
    ].join('; ');
  }

  #stepsOf(state: State, mine: number, { other, follow }: { other: number; follow: Follow }): void {
    const known = this.#known;
    if (mine === known.free) this.#deliver(state, other, follow);
    for (const move of known.moves(mine)) {
      const next = this.#moved(state, move, other);
      if (next) follow(move.label, next, null);
    }
    if (!known.asks(mine)) return;
    const { kept, consumer, broken } = known.serve(state.kept, mine);
    const shared = known.granted(consumer) <= state.abandoned ? SHARED : null;
    follow('the object answers', { ...state, kept, ...pair(consumer, other) }, broken ?? shared);
  }

  #moved(state: State, move: Move, other: number): State | null {
    const { nothing, isOld, sent } = this.#known;
    if (state.left < move.faults || (move.late !== nothing && state.late !== nothing)) return null;
    // A renewal of a fresh lease changes nothing.
    if (move.renews && !isOld(state.kept)) return null;
    return {
      kept: state.kept,
      ...pair(move.next, other),
      queue: move.sends === null ? state.queue : sent(state.queue, move.sends),
      late: move.late === nothing ? state.late : move.late,
      abandoned: Math.max(state.abandoned, move.abandons),
      left: state.left - move.faults,
    };
  }

  #deliver(state: State, other: number, follow: Follow): void {
    const { waiting, asking, without } = this.#known;
    for (const seq of waiting(state.queue)) {
      const next = { ...state, ...pair(asking(seq), other), queue: without(state.queue, seq) };
      follow(`message ${seq} is delivered`, next, null);
      if (state.left === 0) continue;
      const doubled = { ...next, queue: state.queue, left: state.left - 1 };
      follow(`message ${seq} is delivered, and will be again`, doubled, null);
    }
  }

  #mishaps(state: State, follow: Follow): void {
    const { waiting, without, cancelled } = this.#known;
    const left = state.left - 1;
    for (const seq of waiting(state.queue))
      follow(`message ${seq} is lost`, { ...state, queue: without(state.queue, seq), left }, null);
    if (!this.isOver(state))
      follow('the run is cancelled', { ...state, kept: cancelled(state.kept), left }, null);
  }

  /** A lease that runs out under a consumer at work, or before its message comes, is a fault; any other is the way on. */
  #time(state: State, follow: Follow): void {
    const { isDue, alarm, sent, older, waiting } = this.#known;
    if (isDue(state.kept)) {
      const { kept, seq, broken } = alarm(state.kept);
      follow('the alarm sends again', { ...state, kept, queue: sent(state.queue, seq) }, broken);
      return;
    }
    const { a, b } = state;
    const awaited = waiting(state.queue).length > 0 || this.#works(state, a) || this.#works(state, b);
    const kept = older(state.kept);
    const left = awaited && isDue(kept) ? state.left - 1 : state.left;
    if (left >= 0) follow('time passes', { ...state, kept, left }, null);
  }

  #works({ kept }: State, consumer: number): boolean {
    return this.#known.waits(consumer) || this.#known.passes(kept, consumer);
  }
}

const pair = (one: number, other: number): { a: number; b: number } =>
  one < other ? { a: one, b: other } : { a: other, b: one };

const callWords = (call: Call): string =>
  call.kind === 'lease' ? `lease ${call.seq}` : `${call.kind} ${nameOf(call.token)}`;

function consumerWords({ held, call, answer }: Consumer): string {
  if (call === null) return held ? `works on ${nameOf(held.token)}g${held.generation}` : 'free';
  const told = typeof answer === 'object' && answer !== null ? nameOf(answer.token) : answer;
  return `asks ${callWords(call)}${told === null ? '' : `, answered ${told}`}`;
}
