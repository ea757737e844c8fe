import { describe, expect, it } from 'vitest';
import * as rules from '../../../src/model/run-steps.ts';
import { explore, type Found } from './explore.ts';
import { GUARDS } from './guards.ts';
import type { Rules } from './object.ts';
import { World } from './world.ts';

/** Faults in one history; most guards are missed after one. */
const FAULTS = 3;

/** The first promise that is broken, with as few faults as it takes. */
function shortest(mutated: Rules): Found {
  for (let faults = 1; faults < FAULTS; faults += 1) {
    const found = explore(new World(mutated, faults));
    if (found.broken !== null) return found;
  }
  return explore(new World(mutated, FAULTS));
}

describe('lease, fence, commit and take-over', () => {
  it('keep every promise, and leave an end, in every state that can be reached', () => {
    const found = explore(new World(rules, FAULTS));
    expect(found.trace.join('\n')).toBe('');
    expect(found.broken).toBeNull();
    expect(found.states).toBeGreaterThan(400_000);
  });

  it.each(GUARDS)('break a promise without: $guard', ({ without, breaks }) => {
    const { broken, trace } = shortest({ ...rules, ...without });
    console.log(`${broken}\n${trace.join('\n')}`);
    expect(broken).toBe(breaks);
    expect(trace.length).toBeGreaterThan(1);
  });
});
