import { expect, it } from 'vitest';
import wranglerToml from '../../wrangler.toml?raw';
import { DEFAULT_LIMITS } from '../../src/model/limits.ts';
import { SLICES } from '../../src/platform/admission.ts';
import { nextRuns, sliceShare, type QueuedRun } from '../../src/model/run-queue.ts';

/** Consumers beside each other, as the queue's first entry in wrangler.toml says; a slice's time as configured. */
const CONSUMERS = Number(/queue = "export-slices"[^[]*max_concurrency = (\d+)/.exec(wranglerToml)?.[1]);
const SLICE_MS = 5_000;
/** A slice may go on for half as long again, looking for a good moment to stop (src/export/budget.ts). */
const LONGEST = 1.5;
const SLICES_A_RUN = 3;

interface Message {
  readonly center: number;
  readonly run: number;
  readonly sentAt: number;
  readonly left: number;
}

/** Of the messages that consumers have in hand, in the order in which they came, the one that is let in. */
function nextOf(
  hand: readonly Message[],
  now: number,
  turns: ReadonlyMap<number, number>,
): Message | undefined {
  const lastTurn = ({ center }: Message) => turns.get(center) ?? 0;
  const here = hand.filter(({ sentAt }) => sentAt <= now);
  return here.toSorted((a, b) => lastTurn(a) - lastTurn(b))[0] ?? hand[0];
}

/**
 * The one queue, in virtual milliseconds: `crowds` contact centers submit 1,000 runs each at 0, and a center of its own one run
 * every 7 s. So many messages are carried out beside each other: as many as there are consumers, or, where all of them share one
 * isolate, as have room in it; of those that wait there the contact centers are let in in turns (src/platform/gate.ts). Answers how
 * long each of its own waited until it was its turn.
 */
function waits(crowds: number, beside = CONSUMERS): readonly number[] {
  const centers = Array.from({ length: crowds }, () =>
    Array.from({ length: 1_000 }, (_, id) => ({ id, jobId: id, active: false })),
  );
  const queue: Message[] = [];
  const letIn = (center: number, sentAt: number) => {
    const runs = centers[center] ?? [];
    for (const { id } of nextRuns(runs, DEFAULT_LIMITS.runs)) {
      const run = runs.find((known) => known.id === id);
      if (run) Object.assign(run, { active: true });
      queue.push({ center, run: id, sentAt, left: SLICES_A_RUN });
    }
  };
  for (let center = 0; center < crowds; center += 1) letIn(center, 0);
  const free = Array<number>(beside).fill(0);
  const waited: number[] = [];
  const turns = new Map<number, number>();
  let turn = 0;
  let others = 0;
  while (others < 100) {
    free.sort((a, b) => a - b);
    const now = free[0] ?? 0;
    for (; others * 7_000 <= now; others += 1)
      queue.push({ center: -1, run: others, sentAt: others * 7_000, left: 1 });
    queue.sort((a, b) => a.sentAt - b.sentAt);
    const message = nextOf(queue.slice(0, 1 + CONSUMERS - beside), now, turns);
    if (!message) {
      free[0] = others * 7_000;
      continue;
    }
    queue.splice(queue.indexOf(message), 1);
    turns.set(message.center, (turn += 1));
    const begun = Math.max(now, message.sentAt);
    if (message.center < 0) waited.push(begun - message.sentAt);
    const own = centers[message.center] ?? [];
    const inProgress = message.center < 0 ? 1 : own.filter(({ active }) => active).length;
    const ended = begun + sliceShare(SLICE_MS, inProgress) * LONGEST;
    free[0] = ended;
    if (message.left > 1) queue.push({ ...message, sentAt: ended, left: message.left - 1 });
    else if (message.center >= 0) {
      centers[message.center] = own.filter(({ id }: QueuedRun) => id !== message.run);
      letIn(message.center, ended);
    }
  }
  return waited;
}

it('a contact center with 1,000 runs keeps no run of another one waiting longer than 10 s; nor do five such', () => {
  expect(CONSUMERS).toBe(10);
  expect(Math.max(...waits(1))).toBeLessThanOrEqual(1_500);
  expect(Math.max(...waits(1, SLICES))).toBeLessThanOrEqual(10_000);
  const many = waits(5);
  expect(many.length).toBeGreaterThan(90);
  expect(Math.max(...many)).toBeLessThanOrEqual(10_000);
});
