import { z } from 'zod';
import { CommandError } from '../cli/command.ts';
import { askOperator, type Operated } from './ask-operator.ts';

const step = z.object({
  restored: z.int().default(0),
  ghosts: z.int().default(0),
  next: z.record(z.string(), z.unknown()).nullable(),
});

/**
 * Carries a restore out step by step, with sweeps held for so many days; answers how many jobs D1 was told of, and how many it showed
 * that are none.
 */
export async function restoreThrough(
  operated: Operated,
  holdDays: number,
): Promise<{ restored: number; ghosts: number }> {
  const ask = async (call: 'begin' | 'step', body: unknown) =>
    step.parse(await askOperator(operated, `restore/${call}`, { method: 'POST', body }));
  let { next } = await ask('begin', { holdDays });
  const known = new Set<string>();
  let ghosts = 0;
  let restored = 0;
  while (next) {
    const answer = await ask('step', next);
    ghosts += answer.ghosts;
    // Jobs that their centers know are looked at once more among those that D1 shows.
    if (next['step'] === 'shown') restored += answer.restored;
    const place = JSON.stringify(answer.next);
    if (known.has(place)) throw new CommandError(`The service answered the same place twice: ${place}`);
    known.add(place);
    next = answer.next;
  }
  return { restored, ghosts };
}
