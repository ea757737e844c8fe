import { useWords } from '../words/use-words.tsx';
import styles from './brand.module.css';

/** The application's sign and name. */
export function Brand() {
  const words = useWords();
  return (
    <span className={styles['brand']}>
      <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
        <rect width="26" height="26" rx="7" className={styles['ground']} />
        <path d="M8 8.500h10M8 13h10M8 17.500h6" className={styles['lines']} />
        <path d="M18.500 15.500v4m-1.800-1.700 1.800 1.800 1.800-1.800" className={styles['lines']} />
      </svg>
      <span className={styles['name']}>{words('app.title')}</span>
    </span>
  );
}
