import { Button } from '@mantine/core';
import { problemOf } from '../service/problem.ts';
import { useWords } from '../words/use-words.tsx';
import { Icon } from './icon.tsx';
import { RequestId } from './request-id.tsx';
import styles from './problem-box.module.css';

/** What did not work, in the words of its code, with the request's id to copy and a way to try again. */
export function ProblemBox({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const words = useWords();
  const { text, requestId } = problemOf(error, words);
  return (
    <div className={styles['box']} role="alert">
      <Icon name="warning" />
      <div className={styles['body']}>
        <p className={styles['text']}>{text}</p>
        {requestId && <RequestId id={requestId} />}
      </div>
      {retry && (
        <Button variant="default" size="xs" onClick={retry}>
          {words('app.retry')}
        </Button>
      )}
    </div>
  );
}
