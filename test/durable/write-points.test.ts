import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { injecting, type Fate, type Through } from './faults.ts';
import { expectClean, expectWhole } from './expectations.ts';
import { MODE } from '../support/mode.ts';
import { drive, mortal, newHistory, newWorld, stopClock, type History } from './world.ts';

/** Every call of a run that writes, in the order of the first of its kind. */
const WRITES = [
  'object queue.send',
  'object D1 batch',
  'object lease',
  'object begin',
  'object fixPlan',
  'R2 createMultipartUpload',
  'object opened',
  'object renew',
  'R2 put',
  'object commit',
  'queue.send',
  'R2 uploadPart',
  'R2 complete',
  'object finish',
  'object R2 delete',
  'object unpin',
] as const;
/** Everything else reads. */
const READ = /^(D1 (raw|batch|all|first)|R2 (get|head)|object (R2 list|D1 raw|page|totals|state))$/;

const FAULTS: readonly { fate: Fate; dies: boolean; title: string }[] = [
  { fate: 'fails before', dies: false, title: 'fails before it takes effect' },
  { fate: 'fails after', dies: false, title: 'fails after it took effect' },
  { fate: 'fails before', dies: true, title: 'kills its consumer before it takes effect' },
  { fate: 'fails after', dies: true, title: 'kills its consumer after it took effect' },
];

/** How often each point is passed in a healthy run. */
const passed = new Map<string, number>();
let history: History;

beforeAll(async () => {
  stopClock();
  history = await newHistory('points');
  const counting: Through = (point, call) => {
    passed.set(point, (passed.get(point) ?? 0) + 1);
    return call();
  };
  const world = await newWorld(history, counting);
  await drive(world, () => counting);
  await expectWhole(world);
  await expectClean(world);
});
beforeEach(() => {
  // Planted faults are reported there.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

/** Which of so many passings of a point are tried: one in the middle in `npm test`, all of them in `npm run test:long`. */
const passings = (times: number): readonly number[] =>
  MODE === 'long' ? Array.from({ length: times }, (_, at) => at + 1) : [Math.ceil(times / 2)];

/** One fault at the n-th passing of a point, and no other. */
function faultAt(point: string, n: number, fate: Fate): Through {
  let seen = 0;
  return injecting((name) => {
    if (name !== point) return 'passes';
    seen += 1;
    return seen === n ? fate : 'passes';
  });
}

it('the table names every write of a run', () => {
  const writes = [...passed.keys()].filter((point) => !READ.test(point));
  expect(writes.toSorted()).toEqual([...WRITES].toSorted());
});

describe.each(WRITES)('every %s of a run', (point) => {
  // An object's own call cannot kill a consumer.
  const ofObject = ['object queue.send', 'object D1 batch', 'object R2 delete'].includes(point);
  it.each(FAULTS.filter(({ dies }) => !dies || !ofObject))('$title', async ({ fate, dies }) => {
    const times = passed.get(point) ?? 0;
    expect(times).toBeGreaterThan(0);
    for (const n of passings(times)) {
      const through = faultAt(point, n, fate);
      const world = await newWorld(history, through);
      await drive(world, () => (dies ? mortal(through) : through));
      await expectWhole(world);
      // An upload begun in the very moment of a fault is known to nobody: the bucket's lifecycle rule removes it.
      const untold = point === 'R2 createMultipartUpload' && fate === 'fails after';
      const unheard = point === 'object opened' && fate === 'fails before' && dies;
      await expectClean(world, untold || unheard ? 1 : 0);
    }
  });
});

it('every read of a run fails', async () => {
  const reads = [...passed].filter(([point]) => READ.test(point));
  expect(reads.length).toBeGreaterThan(3);
  for (const [point, count] of reads) {
    for (const n of passings(count)) {
      const through = faultAt(point, n, 'fails before');
      const world = await newWorld(history, through);
      await drive(world, () => through);
      await expectWhole(world);
      await expectClean(world);
    }
  }
});
