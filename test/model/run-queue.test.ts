import { expect, it } from 'vitest';
import { nextRuns, sliceShare, type QueuedRun } from '../../src/model/run-queue.ts';

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
