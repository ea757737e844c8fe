import { useWords } from '../words/use-words.tsx';
import { CopyButton } from './copy-button.tsx';
import styles from './request-id.module.css';

/** Under which the operator finds what went wrong, to copy. */
export function RequestId({ id }: { readonly id: string }) {
  const words = useWords();
  return (
    <p className={styles['id']}>
      {words('problem.requestId')} <code>{id}</code>
      <CopyButton text={id} label={words('problem.copyId')} />
    </p>
  );
}
