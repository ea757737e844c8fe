import { useEffect, type ReactNode } from 'react';
import { useWords } from '../words/use-words.tsx';
import { LongText } from './long-text.tsx';
import styles from './page-head.module.css';

/** Characters of a title that two lines of the narrowest window hold. */
const SHORT = 44;

interface PageHeadProps {
  readonly title: string;
  /** A sentence below the title, only where it helps. */
  readonly note?: ReactNode;
  /** What is done here first, at the right of the title. */
  readonly action?: ReactNode;
}

/** The one `h1` of a page, its primary action on the same line; names the window too. */
export function PageHead({ title, note, action }: PageHeadProps) {
  const words = useWords();
  useEffect(() => {
    document.title = `${title} · ${words('app.title')}`;
  }, [title, words]);
  return (
    <div className={styles['head']}>
      <div className={styles['line']}>
        <div className={styles['texts']}>
          <h1 className={styles['title']}>
            <LongText text={title} most={SHORT} />
          </h1>
          {note && <p className={styles['note']}>{note}</p>}
        </div>
        {action && <div className={styles['action']}>{action}</div>}
      </div>
    </div>
  );
}
