import type { Instant } from '../model/instant.ts';

/*
 * A ring is what two secrets hold together, since a secret of the platform can be put and never read: whoever adds a key cannot write
 * down those that are there, and puts the new one into the secret whose keys nobody needs any more. Every key verifies (or unwraps) as
 * soon as an isolate knows it, and signs (or wraps) from the moment on that stands in it: by then all isolates know it.
 */

/** A key of a ring. */
export interface Dated {
  /** From when it signs or wraps; 0: from ever, as those do that say nothing. */
  readonly from: Instant;
}

/** A key of a ring, and the secret in which it lies. */
export type Placed<K extends Dated> = K & { readonly slot: string };

/** How long before it signs a new key is put: isolates learn of it within seconds, and others keep public keys for five minutes. */
export const LEAD_MS: Instant = 15 * 60_000;
/** What clocks of isolates, and one that was slow to learn of a key, may differ by. */
const SKEW_MS: Instant = 5 * 60_000;

/** The keys of several secrets as one ring, the newest first; those of one moment as they were written. */
export function ringOf<K extends Dated>(
  slots: Readonly<Record<string, readonly K[] | undefined>>,
): readonly Placed<K>[] {
  const keys = Object.entries(slots).flatMap(([slot, own = []]) => own.map((key) => ({ ...key, slot })));
  return keys.toSorted((one, other) => other.from - one.from);
}

/** The key that signs or wraps at `now`: the newest whose time has come, or, before any has, the one whose time comes first. */
export function currentKey<K extends Dated>(ring: readonly K[], now: Instant): K {
  const current = ring.find(({ from }) => from <= now) ?? ring.at(-1);
  if (current === undefined) throw new Error('a ring has no key');
  return current;
}

/**
 * Until when a key verifies what lives `livesMs`: until the last of it has ended that was signed before the next key's time came. Null
 * where it is not followed by one that has a time.
 */
export function takenUntil<K extends Dated>(ring: readonly K[], key: K, livesMs: Instant): Instant | null {
  const next = ring.findLast(({ from }) => from > key.from);
  return next ? next.from + livesMs + SKEW_MS : null;
}

/** The keys that verify what lives `livesMs`. */
export const takenKeys = <K extends Dated>(
  ring: readonly K[],
  now: Instant,
  livesMs: Instant,
): readonly K[] => ring.filter((key) => (takenUntil(ring, key, livesMs) ?? Infinity) > now);
