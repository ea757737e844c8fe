import { useSyncExternalStore } from 'react';
import { momentOf } from '../format/dates.ts';
import { useDates } from '../words/use-dates.ts';
import { hint } from './hint.ts';
import styles from './moment.module.css';

const EVERY_MS = 30_000;
const now = () => Math.floor(Date.now() / EVERY_MS);
const subscribe = (tell: () => void) => {
  const timer = setInterval(tell, EVERY_MS);
  return () => clearInterval(timer);
};

/** A moment as people read it; UTC and ISO 8601 on hover and on focus. Nothing for "". */
export function Moment({ at, day = false }: { readonly at: string; readonly day?: boolean }) {
  const dates = useDates();
  // How long ago it was is told anew, on a page where nothing else changes, too.
  useSyncExternalStore(subscribe, now);
  const moment = momentOf(at);
  if (moment === null) return <span className={styles['none']}>–</span>;
  const near = day ? '' : dates.near(moment, Date.now());
  return (
    <time {...hint(dates.exact(moment))} className={styles['moment']} dateTime={at} tabIndex={0}>
      <span className={styles['at']}>{day ? dates.day(moment) : dates.full(moment)}</span>
      {near && <span className={styles['near']}>{near}</span>}
    </time>
  );
}
