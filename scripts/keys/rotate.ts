import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../cli/command.ts';
import { nextSlot } from './next-slot.ts';
import type { KeyPlace } from './place.ts';
import { rewrapAll } from './rewrap.ts';
import { makeKey, SLOTS, type RingName } from './rings.ts';
import { lostLine, readKeys, shownKeys, shownTime, type ShownKey, type ShownKeys } from './shown.ts';

interface Rotation {
  readonly olderThanMs: number | null;
  readonly leaked: boolean;
}

/** How long the service is asked whether it has the keys that were put: well below the lead that they have. */
const SEEN_MS = 120_000;
const BETWEEN_MS = 2_000;

/**
 * Puts a new key for each ring that is to have one, all in one request, and waits until the service shows them. Everything is decided by
 * what the service tells, so a rotation that was cut off is gone on with by doing it again. Answers the exit code.
 */
export async function rotate(
  place: KeyPlace,
  rings: readonly RingName[],
  { olderThanMs, leaked }: Rotation,
): Promise<number> {
  const before = await (leaked ? readKeys(place.operated) : readRewrapped(place, rings));
  const now = before.at;
  const from = leaked ? now : now + place.leadMs(before);
  let early = false;
  const put: Record<string, string | null> = {};
  for (const ring of rings) {
    if (leaked) {
      const [first, second] = SLOTS[ring];
      put[first] = makeKey(ring, from);
      if (before.rings[ring].some(({ slot }) => slot === second)) put[second] = null;
      continue;
    }
    const next = nextSlot(ring, before.rings[ring], { now, olderThanMs });
    if (next.is === 'put') put[next.slot] = makeKey(ring, from);
    else console.log(`${ring} ${next.why}.`);
    early ||= next.is === 'early';
  }
  if (Object.keys(put).length > 0) {
    await place.put(put);
    await told(place, before, put);
    if (!leaked) console.log(`What was signed before ${shownTime(from)} holds to its end.`);
  }
  return early ? 1 : 0;
}

/** What the service tells of its keys, when all that is wrapped is under the key that wraps now. */
async function readRewrapped(place: KeyPlace, rings: readonly RingName[]): Promise<ShownKeys> {
  const first = await readKeys(place.operated);
  if (!rings.includes('wrap') || !first.rings.wrap.some(hasWrapped)) return first;
  const { rewrapped, lost } = await rewrapAll(place.operated);
  if (rewrapped > 0) console.log(`Wrapped anew: ${rewrapped}.`);
  if (lost > 0) console.log(lostLine(lost));
  return readKeys(place.operated);
}

/** Whether something is under a key that wraps no more; open volumes are wrapped anew by their runs alone. */
const hasWrapped = ({ signs, left = {} }: ShownKey): boolean =>
  !signs && Object.entries(left).some(([what, count]) => what !== 'runs' && count > 0);

/** Waits until the service shows what was put, where it does without being started anew. */
async function told(
  place: KeyPlace,
  before: ShownKeys,
  put: Readonly<Record<string, string | null>>,
): Promise<void> {
  const names = Object.keys(put).filter((name) => put[name] !== null);
  if (place.restarts) {
    console.log(
      `Put: ${names.join(', ')}. A service that runs on this folder knows it when it is started anew.`,
    );
    return;
  }
  const known = new Set(idsOf(before));
  const { signal } = place.operated;
  for (const until = Date.now() + SEEN_MS; ;) {
    const after = await readKeys(place.operated);
    const seen = idsOf(after).filter((id) => !known.has(id));
    if (seen.length >= names.length) {
      console.log(shownKeys(after).join('\n'));
      return;
    }
    if (Date.now() > until)
      throw new CommandError(
        `Put: ${names.join(', ')}; but the service does not show them yet. Look with "npm run keys -- list": they have to be there before they sign.`,
      );
    await sleep(BETWEEN_MS, undefined, { signal });
  }
}

const idsOf = ({ rings }: ShownKeys): readonly string[] =>
  Object.entries(rings).flatMap(([ring, keys]) => keys.map(({ id }) => `${ring} ${id}`));
