import { SLOTS, type RingName } from './rings.ts';
import { shownLeft, shownTime, type ShownKey } from './shown.ts';

/** Where the next key of a ring goes, or why none does. */
export type Next =
  | { readonly is: 'put'; readonly slot: string }
  /** There is nothing to do, and that is right. */
  | { readonly is: 'nothing'; readonly why: string }
  /** It may not be done yet. */
  | { readonly is: 'early'; readonly why: string };

/**
 * Decides where the next key of a ring goes: into the secret that is empty, else into that of keys which nobody needs any more. Never into
 * that of the key that signs, and none while another waits for its time.
 */
export function nextSlot(
  ring: RingName,
  keys: readonly ShownKey[],
  { now, olderThanMs }: { readonly now: number; readonly olderThanMs: number | null },
): Next {
  const waits = keys.find(({ from, signs }) => !signs && from !== null && from > now);
  if (waits) {
    const since = shownTime(waits.from ?? now);
    return { is: 'nothing', why: `is being rotated already: ${waits.id} is in use from ${since}` };
  }
  const current = keys.find(({ signs }) => signs);
  if (!current) return { is: 'early', why: 'has no key in use: is the service healthy?' };
  if (olderThanMs !== null && current.from !== null && now - current.from < olderThanMs)
    return {
      is: 'nothing',
      why: `is young enough: ${current.id} is in use since ${shownTime(current.from)}`,
    };
  const slots = SLOTS[ring].filter((slot) => slot !== current.slot);
  const free = slots.find((slot) => keys.every((key) => key.slot !== slot));
  if (free !== undefined) return { is: 'put', slot: free };
  const [slot = ''] = slots;
  const needed = keys.filter((key) => key.slot === slot).flatMap((key) => neededYet(key, now));
  return needed.length === 0 ? { is: 'put', slot } : { is: 'early', why: needed.join('; ') };
}

/** Why a key may not go yet, in words; none where it may. */
function neededYet(key: ShownKey, now: number): readonly string[] {
  const { id, until } = key;
  const left = shownLeft(key);
  if (until === null) return [`no key has followed on ${id}`];
  if (until > now) return [`what ${id} has signed holds until ${shownTime(until)}: rotate again after that`];
  return left === '' ? [] : [`under ${id} there is left: ${left}`];
}
