import { z } from 'zod';
import { CommandError } from '../cli/command.ts';

const step = z.object({
  restored: z.int().default(0),
  ghosts: z.int().default(0),
  next: z.record(z.string(), z.unknown()).nullable(),
});

/** A deployment, or the local service, and the key that its operator's operations ask for. */
export interface RestoreTarget {
  readonly url: string;
  readonly key: string;
  /** Days that sweeps are held. */
  readonly holdDays: number;
  readonly signal: AbortSignal;
}

/** Carries a restore out step by step; answers how many jobs D1 was told of, and how many it showed that are none. */
export async function restoreThrough(target: RestoreTarget): Promise<{ restored: number; ghosts: number }> {
  let { next } = await ask(target, 'begin', { holdDays: target.holdDays });
  const known = new Set<string>();
  let ghosts = 0;
  let restored = 0;
  while (next) {
    const answer = await ask(target, 'step', next);
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

async function ask({ url, key, signal }: RestoreTarget, call: 'begin' | 'step', body: unknown) {
  const answer = await fetch(new URL(`/udm/operator/restore/${call}`, url), {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  if (answer.status === 404)
    throw new CommandError(
      'The deployment has no OPERATOR_KEY: put one with "wrangler secret put OPERATOR_KEY".',
    );
  if (!answer.ok) throw new CommandError(`The service answered ${answer.status}: ${await answer.text()}`);
  return step.parse(await answer.json());
}
