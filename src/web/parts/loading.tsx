import { useWords } from '../words/use-words.tsx';
import styles from './loading.module.css';

/** In the place of a page that is on its way; nothing is seen of it where that is soon. */
export function Loading() {
  const words = useWords();
  return (
    <div className={styles['loading']} role="status" aria-label={words('app.loading')}>
      <span className={styles['title']} />
      <span className={styles['content']} />
    </div>
  );
}
