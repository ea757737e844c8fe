import { describe, expect, it } from 'vitest';
import * as rules from '../../src/model/run-steps.ts';
import { LEASE_MS } from '../../src/model/claim.ts';
import { newRun, type Run } from '../../src/model/run.ts';

const NOW = 1_700_000_000_000;
const definition = { extent: { window: { from: null, to: null } } } as unknown as Run['definition'];
const fresh = newRun({ id: 7, definition, watermark: 0, scheduledAt: NOW, now: NOW });
const granted = (run: Run, seq: number, now: number): Run => {
  const decision = rules.lease(run, seq, now);
  if (!decision.ok) throw new Error(decision.failure);
  return decision.value;
};
const tokenOf = (run: Run) => ({ runId: run.id, seq: run.claim.seq, attempt: run.claim.attempt });
const end = (run: Run, handOver: boolean) =>
  rules.applyCommit(
    run,
    tokenOf(run),
    {
      checkpoint: '{}',
      openVolume: 1,
      tail: null,
      sealed: [],
      stored: [],
      exported: { records: 1, bytes: 10 },
      handOver,
    },
    NOW,
  );

describe('leases', () => {
  it('is granted once for the slice that is due', () => {
    const run = granted(fresh, 0, NOW);
    expect(run).toMatchObject({
      outcome: { status: 'IN_PROGRESS', startedAt: NOW },
      claim: { attempt: 1, generation: 1, held: true },
    });
    expect(rules.lease(run, 0, NOW + LEASE_MS - 1)).toEqual({ ok: false, failure: 'held' });
    expect(rules.lease(run, 1, NOW)).toEqual({ ok: false, failure: 'late' });
  });

  it('is taken over when it was not renewed, by a writer of a later generation', () => {
    const run = granted(granted(fresh, 0, NOW), 0, NOW + LEASE_MS);
    expect(run).toMatchObject({ claim: { attempt: 2, generation: 2 }, outcome: { startedAt: NOW } });
  });

  it('lasts longer with every renewal', () => {
    const run = rules.renew(granted(fresh, 0, NOW), { records: 1, bytes: 2 }, NOW + 10_000);
    expect(rules.lease(run, 0, NOW + 24_999)).toEqual({ ok: false, failure: 'held' });
    expect(rules.lease(run, 0, NOW + 25_000).ok).toBe(true);
  });

  it('is renewed once a second, however often it is asked', () => {
    const run = granted(fresh, 0, NOW);
    expect(rules.renew(run, { records: 1, bytes: 2 }, NOW + 999)).toBe(run);
    const renewed = rules.renew(run, { records: 1, bytes: 2 }, NOW + 1_000);
    expect(renewed).toMatchObject({
      claim: { wakeAt: NOW + 1_000 + LEASE_MS },
      position: { exported: { records: 1, bytes: 2 } },
    });
  });

  it('refuses whoever holds an older attempt, an older slice, or nothing', () => {
    const first = granted(fresh, 0, NOW);
    const second = granted(first, 0, NOW + LEASE_MS);
    expect(rules.fence(second, tokenOf(first))).toEqual({ ok: false, failure: 'late' });
    expect(rules.fence(second, tokenOf(second))).toEqual({ ok: true, value: second });
    expect(rules.fence(end(second, false), tokenOf(second))).toEqual({ ok: false, failure: 'late' });
    expect(rules.fence(end(second, true), { runId: 7, seq: 1, attempt: 0 })).toEqual({
      ok: false,
      failure: 'late',
    });
  });

  it('is refused for good once the run has ended', () => {
    const ended = rules.end(granted(fresh, 0, NOW), 'FAILED', { reason: 'because', now: NOW });
    expect(rules.lease(ended, 0, NOW)).toEqual({ ok: false, failure: 'ended' });
    expect(rules.fence(ended, tokenOf(ended))).toEqual({ ok: false, failure: 'ended' });
    expect(ended).toMatchObject({
      outcome: { status: 'FAILED', reason: 'because', finishedAt: NOW },
      position: { checkpoint: null },
    });
  });
});

describe('commits', () => {
  it('hands the next slice to the same consumer, or to whoever gets its message', () => {
    const held = granted(fresh, 0, NOW);
    expect(end(held, false).claim).toMatchObject({ seq: 1, attempt: 1, held: true, generation: 1 });
    const waiting = end(held, true);
    expect(waiting.claim).toMatchObject({ seq: 1, attempt: 0, held: false });
    expect(granted(waiting, 1, NOW).claim).toMatchObject({ attempt: 1, generation: 1 });
  });

  it('gives the slice after a taken-over one a generation of its own', () => {
    const second = granted(granted(fresh, 0, NOW), 0, NOW + LEASE_MS);
    // The first writer, if it lives, has generation 1: its parts never meet those of the second or of any later one.
    expect(granted(end(second, true), 1, NOW).claim).toMatchObject({ attempt: 1, generation: 2 });
  });
});

describe('a repeated commit', () => {
  it('is the same commit only while the run stands where it left it', () => {
    const held = granted(fresh, 0, NOW);
    const token = tokenOf(held);
    for (const handOver of [true, false]) {
      const after = end(held, handOver);
      expect(rules.repeatsCommit(after, token, handOver)).toBe(true);
      expect(rules.repeatsCommit(after, token, !handOver)).toBe(false);
      expect(rules.repeatsCommit(after, { ...token, attempt: 2 }, handOver)).toBe(false);
    }
  });

  it('is late once another consumer has the slice that followed, or somebody let go of it', () => {
    const held = granted(fresh, 0, NOW);
    const token = tokenOf(held);
    const waiting = end(held, true);
    expect(rules.repeatsCommit(granted(waiting, 1, NOW), token, true)).toBe(false);
    const kept = end(held, false);
    expect(rules.repeatsCommit(granted(kept, 1, NOW + LEASE_MS), token, false)).toBe(false);
    expect(rules.repeatsCommit(rules.letGo(kept, NOW), token, false)).toBe(false);
    expect(rules.repeatsCommit(rules.restart(kept, NOW), token, false)).toBe(false);
  });
});

describe('progress', () => {
  const plan = {
    parts: [{ kind: 'contacts', entity: 100, records: 200, bytes: 1 }],
  } as unknown as NonNullable<Run['plan']>;

  it('is 0 to 99 while the run lasts, 100 when it is finished, and never goes back', () => {
    let run: Run = { ...granted(fresh, 0, NOW), plan };
    run = rules.renew(run, { records: 100, bytes: 5 }, NOW + 1_000);
    expect(run.position.progress).toBe(49);
    run = rules.renew(run, { records: 50, bytes: 5 }, NOW + 2_000);
    expect(run.position).toMatchObject({ progress: 49, exported: { records: 100, bytes: 5 } });
    run = rules.renew(run, { records: 500, bytes: 5 }, NOW + 3_000);
    expect(run.position.progress).toBe(99);
    expect(rules.end(run, 'FINISHED', { reason: '', now: NOW }).position.progress).toBe(100);
  });
});

describe('faults', () => {
  it('sends a slice again after a pause that doubles', () => {
    const once = rules.letGo(granted(fresh, 0, NOW), NOW);
    expect(once.claim).toMatchObject({ held: false, stumbles: 1, wakeAt: NOW + 500 });
    const twice = rules.letGo(granted(once, 0, NOW), NOW);
    expect(twice.claim).toMatchObject({ stumbles: 2, wakeAt: NOW + 1_000 });
    expect(end(granted(twice, 0, NOW), true).claim.stumbles).toBe(0);
  });

  it('spaces out messages that nobody answers', () => {
    const pauses = [0, 1, 2, 3, 4, 5].reduce<{ run: Run; list: number[] }>(
      ({ run, list }) => {
        const next = rules.sentAgain(run, NOW);
        return { run: next, list: [...list, next.claim.wakeAt - NOW] };
      },
      { run: granted(fresh, 0, NOW), list: [] },
    ).list;
    expect(pauses).toEqual([15_000, 20_000, 20_000, 20_000, 20_000, 20_000]);
  });

  it('begins the run anew without its plan and what was written', () => {
    const plan = { parts: [{ records: 2 }] } as unknown as Run['plan'];
    const run = rules.restart(end({ ...granted(fresh, 0, NOW), plan }, false), NOW);
    expect(run).toMatchObject({
      claim: { seq: 2, attempt: 0, generation: 2 },
      plan: null,
      position: {
        restarts: 1,
        checkpoint: null,
        openVolume: null,
        exported: { records: 0, bytes: 0 },
        progress: 49,
      },
    });
  });
});
