import { expect, it } from 'vitest';
import { fc } from '../support/property.ts';
import { moreVolumes, nextRuns, sliceShare, type QueuedRun } from '../../src/model/run-queue.ts';

const run = (id: number, active = false): QueuedRun => ({ id, jobId: id * 10, active });

it.each([
  ['nobody waits', [run(1, true)], 8, []],
  ['there is room', [run(3), run(2), run(1, true)], 3, [2, 3]],
  ['there is room for the oldest alone', [run(9), run(4), run(5), run(1, true)], 2, [4]],
  ['all places are taken', [run(1, true), run(2, true), run(3)], 2, []],
  ['the limit was lowered', [run(1, true), run(2, true), run(3)], 1, []],
  ['the limit is 0', [run(3)], 0, []],
] as const)('lets in, in order, where %s', (_, runs, limit, expected) => {
  expect(nextRuns(runs, limit).map(({ id }) => id)).toEqual(expected);
});

it.each([
  [5_000, 0, 5_000],
  [5_000, 1, 5_000],
  [5_000, 2, 2_500],
  [5_000, 8, 1_000],
  [300, 8, 300],
] as const)('shares a slice of %i ms among %i runs in progress', (sliceMs, inProgress, expected) => {
  expect(sliceShare(sliceMs, inProgress)).toBe(expected);
});

it.each([
  ['four of one run that is alone', { own: 0, more: 9 }, { runs: 1, others: 0 }, 4],
  ['what is left to four', { own: 3, more: 4 }, { runs: 1, others: 0 }, 1],
  ['no more than there are', { own: 0, more: 2 }, { runs: 1, others: 0 }, 2],
  ['four each of four runs', { own: 0, more: 4 }, { runs: 4, others: 12 }, 4],
  ['two each of eight runs', { own: 1, more: 4 }, { runs: 8, others: 4 }, 1],
  ['none where others have all of them', { own: 0, more: 4 }, { runs: 5, others: 16 }, 0],
  ['none to one that has more than its share by now', { own: 4, more: 4 }, { runs: 8, others: 0 }, 0],
  ['one each of sixteen runs and more', { own: 0, more: 4 }, { runs: 40, others: 15 }, 1],
] as const)('lets be written at once: %s', (_, asked, center, expected) => {
  expect(moreVolumes(asked, center)).toBe(expected);
});

it('never lets more than four volumes of a run and sixteen of a contact center be written at once, and each run comes to some', () => {
  const steps = fc.array(fc.record({ who: fc.nat(19), ends: fc.nat(4), more: fc.nat(6) }), { maxLength: 60 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16 }), steps, (runs, asks) => {
      const inFlight = Array.from({ length: runs }, () => 0);
      const ask = (at: number, more: number): void => {
        const own = inFlight[at] ?? 0;
        const others = inFlight.reduce((sum, one) => sum + one, 0) - own;
        inFlight[at] = own + moreVolumes({ own, more }, { runs, others });
      };
      for (const { who, ends, more } of asks) {
        const at = who % runs;
        inFlight[at] = Math.max(0, (inFlight[at] ?? 0) - ends);
        ask(at, more);
        expect(Math.max(...inFlight)).toBeLessThanOrEqual(4);
        expect(inFlight.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(16);
      }
      for (const at of inFlight.keys()) ask(at, 1);
      expect(Math.min(...inFlight)).toBeGreaterThan(0);
    }),
  );
});
