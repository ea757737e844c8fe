import { useEffect, useState } from 'react';
import { momentOf } from '../format/dates.ts';
import { useQuantities } from '../words/use-quantities.ts';

const SECOND_MS = 1_000;

/** How long something took, ticking while it has no end; a dash where it has not begun. */
export function Took({ from, to }: { readonly from: string; readonly to: string }) {
  const { duration } = useQuantities();
  const [start, end] = [momentOf(from), momentOf(to)];
  const [now, setNow] = useState(Date.now);
  const ticks = start !== null && end === null;
  useEffect(() => {
    if (!ticks) return undefined;
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, [ticks]);
  return start === null ? '–' : duration((end ?? now) - start);
}
