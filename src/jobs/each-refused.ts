import type { Failure } from '../model/failures.ts';

/** Something that was refused, and why. */
export interface Refused<T> {
  readonly id: T;
  readonly failure: Failure;
}

/** Acts on each id once, on `beside` of them beside each other; answers those that were refused, in the order of the ids. */
export async function eachRefused<T>(
  ids: readonly T[],
  act: (id: T) => Promise<Failure | null>,
  beside = 1,
): Promise<readonly Refused<T>[]> {
  const refusals = new Map<T, Failure>();
  const all = [...new Set(ids)];
  const waiting = all.values();
  const oneByOne = async () => {
    for (const id of waiting) {
      const failure = await act(id);
      if (failure) refusals.set(id, failure);
    }
  };
  await Promise.all(Array.from({ length: beside }, oneByOne));
  return all.flatMap((id) => {
    const failure = refusals.get(id);
    return failure ? [{ id, failure }] : [];
  });
}
