import { describe, expect, it } from 'vitest';
import * as rules from '../../src/model/run-steps.ts';
import { LEASE_MS } from '../../src/model/claim.ts';
import { MAX_PART_ATTEMPTS } from '../../src/model/part-numbers.ts';
import * as protocol from '../../src/model/protocol.ts';
import type { Fault } from '../../src/model/protocol.ts';
import { newRun, type Run } from '../../src/model/run.ts';

const NOW = 1_700_000_000_000;
const definition = { extent: { window: { from: null, to: null } } } as unknown as Run['definition'];
const fresh = newRun({ id: 7, definition, watermark: 0, scheduledAt: NOW, now: NOW });
const granted = (run: Run, seq: number, now: number): Run => {
  const decision = rules.lease(run, seq, now);
  if (!decision.ok) throw new Error(decision.failure);
  return decision.value;
};
const away: Fault = { code: 'r2-unavailable', transient: true, words: 'R2 did not answer' };
const broken: Fault = { code: 'd1-sql', transient: false, words: 'D1 refused a statement' };
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
    expect(rules.repeatsCommit(rules.letGo(kept, away, NOW), token, false)).toBe(false);
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
    const once = rules.letGo(granted(fresh, 0, NOW), away, NOW);
    expect(once.claim).toMatchObject({ held: false, stumbles: 1, wakeAt: NOW + 500 });
    const twice = rules.letGo(granted(once, 0, NOW), broken, NOW);
    expect(twice.claim).toMatchObject({ stumbles: 2, wakeAt: NOW + 1_000, waitingSince: NOW });
    expect(end(granted(twice, 0, NOW), true).claim).toMatchObject({
      stumbles: 0,
      waitingSince: null,
      struck: null,
    });
  });

  it('waits two minutes at most, and within two hours leaves attempts to spare', () => {
    let run = fresh;
    let now = NOW;
    let attempts = 0;
    for (; rules.hopeless(run, away, now) === null; attempts += 1) {
      run = rules.letGo(granted(run, 0, now), away, now);
      expect(run.claim.wakeAt - now).toBeLessThanOrEqual(120_000);
      now = run.claim.wakeAt;
    }
    expect(now - NOW).toBeGreaterThanOrEqual(rules.MAX_WAIT_MS);
    expect(rules.hopeless(run, away, now)).toMatch(/no further for two hours.*: R2 did not answer\./);
    expect(attempts).toBeLessThan(Math.min(MAX_PART_ATTEMPTS, rules.MAX_ATTEMPTS));
  });

  /** A run after these faults, each at the number of records that the run had exported by then. */
  const after = (faults: readonly (readonly [Fault, number])[]): Run =>
    faults.reduce((run, [fault, records]) => {
      const at = { ...run, position: { ...run.position, exported: { records, bytes: 0 } } };
      return rules.letGo(granted(at, 0, at.claim.wakeAt), fault, NOW);
    }, fresh);
  const times = (count: number, ...faults: (readonly [Fault, number])[]) =>
    Array.from({ length: count }, () => faults).flat();

  it('count to six where the same one strikes in the same place', () => {
    expect(rules.hopeless(after(times(5, [broken, 3])), broken, NOW)).toBeNull();
    expect(rules.hopeless(after(times(6, [broken, 3])), broken, NOW)).toBe(
      'The export met the same fault again and again: D1 refused a statement.',
    );
    // What passes by itself in between neither counts nor takes back.
    const mixed = after(times(6, [away, 3], [broken, 3]));
    expect(rules.hopeless(mixed, broken, NOW)).not.toBeNull();
    expect(rules.hopeless(mixed, away, NOW)).toBeNull();
  });

  it('never count while they pass by themselves, strike further on, or are others', () => {
    expect(rules.hopeless(after(times(60, [away, 3])), away, NOW)).toBeNull();
    const further = Array.from({ length: 60 }, (_, records) => [broken, records] as const);
    expect(rules.hopeless(after(further), broken, NOW)).toBeNull();
    const other = { ...broken, code: 'shape' };
    expect(rules.hopeless(after(times(60, [broken, 3], [other, 3])), other, NOW)).toBeNull();
  });

  it('told in words alone, by consumers of the version before, are of an unknown kind', () => {
    expect(protocol.fault.parse('in words')).toEqual({
      code: 'unknown',
      transient: false,
      words: 'in words',
    });
    expect(protocol.fault.parse(broken)).toEqual(broken);
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
