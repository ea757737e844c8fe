import type { ReactNode } from 'react';
import styles from './keys.module.css';

/** A part of the page with what is done there first. */
export const PartHead = ({
  title,
  note,
  action,
}: {
  readonly title: string;
  readonly note: string;
  readonly action: ReactNode;
}) => (
  <div className={styles['head']}>
    <div>
      <h2>{title}</h2>
      <p>{note}</p>
    </div>
    {action}
  </div>
);
