import type { ReactNode } from 'react';
import styles from './section.module.css';

/** A part of a page with a title of its own. */
export const Section = ({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}) => (
  <section className={styles['section']}>
    <h2 className={styles['title']}>{title}</h2>
    {note && <p className={styles['note']}>{note}</p>}
    <div className={styles['body']}>{children}</div>
  </section>
);
