import { Tooltip } from '@mantine/core';
import { momentOf } from '../format/dates.ts';
import { useDates } from '../words/use-dates.ts';
import styles from './moment.module.css';

/** A moment as people read it; UTC and ISO 8601 on hover and on focus. Nothing for "". */
export function Moment({ at, day = false }: { readonly at: string; readonly day?: boolean }) {
  const dates = useDates();
  const moment = momentOf(at);
  if (moment === null) return <span className={styles['none']}>–</span>;
  const near = day ? '' : dates.near(moment, Date.now());
  return (
    <Tooltip label={dates.exact(moment)} events={{ hover: true, focus: true, touch: true }}>
      <time className={styles['moment']} dateTime={at} tabIndex={0}>
        {day ? dates.day(moment) : dates.full(moment)}
        {near && <span className={styles['near']}>{near}</span>}
      </time>
    </Tooltip>
  );
}
