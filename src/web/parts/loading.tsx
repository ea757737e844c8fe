import { useWords } from '../words/use-words.tsx';
import styles from './loading.module.css';

/** In the place of a page that is on its way, under its title where that is known; nothing is seen of it where that is soon. */
export function Loading({ title }: { readonly title?: string }) {
  const words = useWords();
  return (
    <>
      <h1 className={title ? styles['title'] : styles['unseen']}>{title ?? words('app.loading')}</h1>
      <div className={styles['loading']} role="status" aria-label={words('app.loading')}>
        {!title && <span className={styles['head']} />}
        <span className={styles['content']} />
      </div>
    </>
  );
}
