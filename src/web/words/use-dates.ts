import { useMemo, useSyncExternalStore } from 'react';
import { datesOf, type Dates } from '../format/dates.ts';
import { keep, kept } from '../service/kept.ts';
import { useWords } from './use-words.tsx';

const told = new Set<() => void>();
const BROWSER_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Changes the zone in which every page shows times, here and at the next visit. */
export function chooseZone(zone: string): void {
  keep('zone', zone);
  for (const tell of told) tell();
}

const subscribe = (tell: () => void) => {
  told.add(tell);
  return () => told.delete(tell);
};

/** The chosen zone; the browser's where none was, or where it knows the chosen one no more. */
function zoneNow(): string {
  const zone = kept('zone');
  return zone !== null && (zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone))
    ? zone
    : BROWSER_ZONE;
}

/** The zone in which times are shown. */
export const useZone = (): string => useSyncExternalStore(subscribe, zoneNow);

/** Dates in the reader's language and zone. */
export function useDates(): Dates {
  const { language } = useWords();
  const zone = useZone();
  return useMemo(() => datesOf(language, zone), [language, zone]);
}
