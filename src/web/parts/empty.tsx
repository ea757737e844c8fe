import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.tsx';
import { Icon, type IconName } from './icon.tsx';
import styles from './empty.module.css';

/** Where there is nothing yet: one sentence, one action, one link to the documentation. */
export function Empty({
  icon,
  text,
  action,
}: {
  readonly icon: IconName;
  readonly text: string;
  readonly action?: ReactNode;
}) {
  const words = useWords();
  return (
    <div className={styles['empty']}>
      <span className={styles['icon']}>
        <Icon name={icon} size={26} />
      </span>
      <p className={styles['text']}>{text}</p>
      {action}
      <a href="/udm/docs" className={styles['docs']}>
        {words('app.docs')}
      </a>
    </div>
  );
}
