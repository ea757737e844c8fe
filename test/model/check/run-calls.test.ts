import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { RunCalls } from '../../../durable/run-calls.ts';
import type { Upkeep } from '../../../durable/upkeep.ts';
import type { Run } from '../../../src/model/run.ts';
import * as rules from '../../../src/model/run-steps.ts';
import {
  decide,
  FAULT,
  FRESH,
  isDue,
  NOW,
  older,
  sliceAfter,
  type Answer,
  type Call,
  type Kept,
} from './object.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterAll(() => void vi.useRealTimers());

const noop = (): void => undefined;

/** The real calls over a run that is kept in a variable. */
function realCalls(run: Run): { calls: RunCalls; run: () => Run } {
  let current = run;
  const putRun = (next: Run): void => {
    current = next;
  };
  const upkeep = {
    state: {
      run: () => current,
      putRun,
      volumes: { discard: noop, seal: noop, store: noop, sealed: () => [] },
      forgetLaid: noop,
      laid: { any: () => false },
      events: { add: noop },
      addGarbage: noop,
    },
    job: () => ({ ccid: 'c', id: 1 }),
    end: async (of: Run, status: 'FINISHED' | 'FAILED' | 'CANCELLED', reason: string) =>
      putRun(rules.end(of, status, { reason, now: NOW })),
    arm: async () => undefined,
    projectSoon: noop,
  };
  // What run-calls.ts uses of it is above.
  return { calls: new RunCalls(upkeep as unknown as Upkeep), run: () => current };
}

async function ask(calls: RunCalls, call: Call): Promise<Answer> {
  const answer = await asked(calls, call);
  if (!answer.ok) return 'refused';
  if (answer.value === null) return 'done';
  const { token, generation, checkpoint, written } = answer.value;
  return { token, generation, checkpoint: checkpoint ?? '', written };
}

function asked(calls: RunCalls, call: Call) {
  switch (call.kind) {
    case 'lease':
      return calls.lease(1, call.seq);
    case 'commit':
      return calls.commit(call.token, sliceAfter(call.base, call.handOver));
    case 'renew':
      return calls.renew(call.token, { records: 0, bytes: 0 });
    case 'finish':
      return calls.finish(call.token, []);
    case 'restarted':
      return calls.restarted(call.token, 'because');
    case 'stumbled':
      return calls.stumbled(call.token, FAULT);
  }
}

/** Every call that somebody with a token near the run's own might make. */
function callsNear({ run }: Kept): Call[] {
  const { seq, attempt } = run.claim;
  const near = [seq - 1, seq, seq + 1].filter((at) => at >= 0);
  const attempts = [attempt - 1, attempt, 1, 2].filter((at) => at > 0);
  const tokens = near.flatMap((at) =>
    [...new Set(attempts)].map((number) => ({ runId: 1, seq: at, attempt: number })),
  );
  const base = run.position.checkpoint ?? '';
  return [
    ...near.map((at): Call => ({ kind: 'lease', seq: at })),
    ...tokens.flatMap((token): Call[] => [
      ...(['renew', 'restarted', 'stumbled'] as const).map((kind) => ({ kind, token })),
      // An archive is finished when it is written, and written on when it is not.
      ...(run.position.written
        ? [{ kind: 'finish', token } as const]
        : [true, false].map((handOver) => ({ kind: 'commit', token, base, handOver }) as const)),
    ]),
  ];
}

it('the checker answers every call as the job object does', async () => {
  const seen = new Map<string, Kept>();
  const waiting: Kept[] = [];
  const meet = (kept: Kept): void => {
    const key = JSON.stringify(kept.run);
    if (seen.has(key) || kept.run.claim.attempt > 2 || kept.run.position.restarts > 1) return;
    seen.set(key, kept);
    waiting.push(kept);
  };
  meet(FRESH);
  let exchanges = 0;
  for (let kept = waiting.shift(); kept && seen.size < 1_000; kept = waiting.shift()) {
    for (const call of callsNear(kept)) {
      const expected = decide(rules, kept, call);
      const real = realCalls(kept.run);
      expect(await ask(real.calls, call), JSON.stringify([kept.run.claim, call])).toEqual(expected.answer);
      expect(real.run()).toEqual(expected.kept.run);
      meet(expected.kept);
      exchanges += 1;
    }
    meet(isDue(kept) ? { ...kept, run: rules.sentAgain(kept.run, NOW) } : older(kept));
  }
  expect(exchanges).toBeGreaterThan(5_000);
});
