import { useWords } from '../words/use-words.tsx';
import styles from './loading.module.css';

/** In the place of a page that is on its way, under its title where that is known; nothing is seen of it where that is soon. */
export function Loading({ title }: { readonly title?: string }) {
  const words = useWords();
  return (
    <>
      <h1 className={title ? styles['title'] : styles['unseen']}>{title ?? words('app.loading')}</h1>
      <OnItsWay headed={title !== undefined} />
    </>
  );
}

interface OnItsWayProps {
  readonly headed?: boolean;
  /** As high as a row: what is on its way is a short list. */
  readonly short?: boolean;
}

/** In the place of what a page shows, under the title that it has already. */
export function OnItsWay({ headed = true, short = false }: OnItsWayProps) {
  const words = useWords();
  return (
    <div className={styles['loading']} role="status" aria-label={words('app.loading')}>
      {!headed && <span className={styles['head']} />}
      <span className={styles['content']} data-short={short || undefined} />
    </div>
  );
}
