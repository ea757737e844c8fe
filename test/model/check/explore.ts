/**
 * A model checker for the protocol between a run's consumers and its job's object. It walks through everything that can
 * happen to one run of three slices, two consumers and two messages: every order of their steps, calls and answers that are
 * lost, late or repeated, consumers that die and are slow, messages that are lost and doubled, alarms, restarts, an end from
 * outside; with at most three such faults in one history. The decisions are those of src/model (run-steps.ts, claim.ts), put
 * together as durable/run-calls.ts does it.
 *
 * object.ts: what the object remembers and answers. consumer.ts: what a consumer may do. world.ts: which states follow a
 * state. promises.ts: what must hold. guards.ts: the rules with one guard left out, each of which must be found out.
 */
import { grown, StateSet } from './state-set.ts';
import { Ways } from './ways.ts';
import type { State, World } from './world.ts';

/** What a search found. */
export interface Found {
  readonly states: number;
  /** The promise that is broken at the end of the shortest way to it; null when all are kept in all states. */
  readonly broken: string | null;
  /** The way there, a step a line. */
  readonly trace: readonly string[];
}

/**
 * Visits every state that can be reached, the nearest first, until a promise is broken. Where none is, every state must have
 * an end ahead of it that takes no further fault.
 */
export function explore(world: World): Found {
  const states = new StateSet();
  const ways = new Ways();
  let parents = new Int32Array(1 << 16);
  const found = (broken: string, to: number, last: readonly State[]): Found => {
    const path = last.toReversed();
    for (let at = to; at > 0; at = parents[at] ?? 0) path.push(states.at(at));
    return { states: states.size, broken, trace: traceOf(world, [...path, world.first].toReversed()) };
  };
  states.add(world.first);
  for (let at = 0; at < states.size; at += 1) {
    const state = states.at(at);
    let failed: { broken: string; next: State } | undefined;
    world.steps(state, (_, next, broken) => {
      const size = states.size;
      const index = states.add(next);
      if (next.left === state.left) ways.add(at, index);
      const isNew = states.size > size;
      if (index === parents.length) parents = grown(parents);
      if (isNew) parents[index] = at;
      const why = broken ?? (isNew ? world.broken(next) : null);
      if (why !== null) failed ??= { broken: why, next };
    });
    if (failed) return found(failed.broken, at, [failed.next]);
  }
  const stuck = ways.withoutEnd(states.size, (index) => world.isOver(states.at(index)));
  return stuck < 0
    ? { states: states.size, broken: null, trace: [] }
    : found('no end can be reached', stuck, []);
}

/** Each step of a path by its label, with the state that it leads to. */
function traceOf(world: World, path: readonly State[]): string[] {
  return path.map((state, index) => {
    const before = path[index - 1];
    let label = 'the run is submitted';
    if (before)
      world.steps(before, (name, next) => {
        if (JSON.stringify(key(next)) === JSON.stringify(key(state))) label = name;
      });
    return `${index}. ${label}: ${world.describe(state)}`;
  });
}

const key = ({ kept, a, b, queue, late, abandoned, left }: State) => [
  kept,
  a,
  b,
  queue,
  late,
  abandoned,
  left,
];
