import { Button } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';
import styles from './list-view.module.css';

/** Where the filters let nothing through. */
export function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const words = useWords();
  return (
    <div className={styles['none']}>
      <p>{words('filter.none')}</p>
      <Button variant="default" size="sm" onClick={onClear}>
        {words('filter.clear')}
      </Button>
    </div>
  );
}
