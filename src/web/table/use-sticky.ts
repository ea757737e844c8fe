import { useEffect, useRef, useState } from 'react';
import type { ListState } from '../address/list-state.ts';
import { keep, kept } from '../service/kept.ts';

type Kept = Pick<ListState, 'filters' | 'order'>;

/** What a browser keeps of a list; null where it keeps nothing, or nothing of ours. */
function parseKept(text: string | null): Kept | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null || !('filters' in value) || !('order' in value))
      return null;
    // The address is parsed anew behind this: what it may not say is left out there.
    return value as Kept;
  } catch {
    return null;
  }
}

const isPlain = ({ filters, order }: ListState): boolean =>
  order === null && Object.keys(filters).length === 0;

/**
 * Filters and order that stay for the next visit, where somebody has chosen so. An address that says something of its own is shown as
 * it is.
 */
export function useSticky(name: string, state: ListState, onState: (next: ListState) => void) {
  const [sticky, setSticky] = useState(() => parseKept(kept(`filters.${name}`)) !== null);
  const fresh = useRef(true);
  useEffect(() => {
    if (!fresh.current) return;
    fresh.current = false;
    const before = parseKept(kept(`filters.${name}`));
    if (before && isPlain(state)) onState({ ...state, ...before });
  }, [name, state, onState]);
  const { filters, order } = state;
  useEffect(() => {
    if (sticky) keep(`filters.${name}`, JSON.stringify({ filters, order }));
  }, [sticky, name, filters, order]);
  return {
    sticky,
    onSticky: (on: boolean) => {
      if (!on) keep(`filters.${name}`, null);
      setSticky(on);
    },
  };
}
