import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { injecting, type Fate, type Through } from './faults.ts';
import { expectClean, expectWhole } from './expectations.ts';
import { MODE } from '../support/mode.ts';
import { drive, mortal, newHistory, newWorld, stopClock, type History } from './world.ts';

/** Every call that writes of a run that one consumer at a time writes, in the order of the first of its kind. */
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

/** The ways to write a run, and the faults that are tried of each in `npm test`. */
const WAYS = [
  { way: 'a run', options: { byMany: false }, writes: WRITES, faults: FAULTS },
  {
    way: 'a run whose volumes are written by many',
    options: { byMany: true, volumeBytes: 40_000 },
    writes: [...WRITES, 'object laidOut'],
    faults: MODE === 'long' ? FAULTS : FAULTS.filter(({ dies, fate }) => dies && fate === 'fails after'),
  },
];

let history: History;

beforeAll(async () => {
  stopClock();
  history = await newHistory('points');
});
beforeEach(() => {
  // Planted faults are reported there.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

/** Which of so many passings of a point are tried: one in the middle in `npm test`, all of them in `npm run test:long`. */
const passings = (times: number): readonly number[] =>
  MODE === 'long' ? Array.from({ length: times }, (_, at) => at + 1) : [Math.ceil(times / 2)];

/** An object's own call cannot kill a consumer. */
const faultsOf = (point: string, faults: typeof FAULTS): typeof FAULTS =>
  ['object queue.send', 'object D1 batch', 'object R2 delete'].includes(point)
    ? faults.filter(({ dies }) => !dies)
    : faults;

/** One fault at the n-th passing of a point, and no other. */
function faultAt(point: string, n: number, fate: Fate): Through {
  let seen = 0;
  return injecting((name) => {
    if (name !== point) return 'passes';
    seen += 1;
    return seen === n ? fate : 'passes';
  });
}

describe.each(WAYS)('$way', ({ options, writes, faults }) => {
  /** How often each point is passed in a healthy one. */
  const passed = new Map<string, number>();

  beforeAll(async () => {
    const counting: Through = (point, call) => {
      passed.set(point, (passed.get(point) ?? 0) + 1);
      return call();
    };
    const world = await newWorld(history, counting, options);
    await drive(world, () => counting);
    await expectWhole(world);
    await expectClean(world);
  });

  it('makes the writes that the table names', () => {
    const made = [...passed.keys()].filter((point) => !READ.test(point));
    expect(made.toSorted()).toEqual([...writes].toSorted());
  });

  describe.each(writes.filter((point) => faultsOf(point, faults).length > 0))(
    'bears that every %s',
    (point) => {
      it.each(faultsOf(point, faults))('$title', async ({ fate, dies }) => {
        const times = passed.get(point) ?? 0;
        expect(times).toBeGreaterThan(0);
        for (const n of passings(times)) {
          const through = faultAt(point, n, fate);
          const world = await newWorld(history, through, options);
          await drive(world, () => (dies ? mortal(through) : through));
          await expectWhole(world);
          // An upload begun in the very moment of a fault is known to nobody: the bucket's lifecycle rule removes it.
          const untold = point === 'R2 createMultipartUpload' && fate === 'fails after';
          const unheard = point === 'object opened' && fate === 'fails before' && dies;
          // Renewals go beside what a page writes: who dies of one may have begun an upload a moment ago.
          const beside = point === 'object renew' && dies && options.byMany;
          await expectClean(world, beside ? 'any' : untold || unheard ? 1 : 0);
        }
      });
    },
  );

  it('bears that every read fails', async () => {
    const reads = [...passed].filter(([point]) => READ.test(point));
    expect(reads.length).toBeGreaterThan(3);
    for (const [point, count] of reads) {
      for (const n of passings(count)) {
        const through = faultAt(point, n, 'fails before');
        const world = await newWorld(history, through, options);
        await drive(world, () => through);
        await expectWhole(world);
        await expectClean(world);
      }
    }
  });
});
