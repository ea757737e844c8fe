import { Children, type ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './home.module.css';

interface CardProps {
  readonly title: string;
  /** What it says where it lists nothing. */
  readonly none: string;
  /** Where all of it is. */
  readonly link: readonly [path: string, text: string];
  readonly children: ReactNode;
}

/** A short list with the way to the whole. */
export const Card = ({ title, none, link: [path, text], children }: CardProps) => (
  <section className={styles['card']}>
    <h2 className={styles['title']}>
      {title}
      <Link href={path}>{text}</Link>
    </h2>
    {Children.count(children) === 0 ? (
      <p className={styles['none']}>{none}</p>
    ) : (
      <ul className={styles['list']}>{children}</ul>
    )}
  </section>
);
