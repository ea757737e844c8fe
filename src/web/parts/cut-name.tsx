import { cutMiddle } from '../format/quantities.ts';
import { useWords } from '../words/use-words.tsx';
import { CopyButton } from './copy-button.tsx';
import { hint } from './hint.ts';
import styles from './cut-name.module.css';

/** A long name with its middle left out; whole on hover and focus, copied with one click. */
export function CutName({ name, most = 30 }: { readonly name: string; readonly most?: number }) {
  const words = useWords();
  if (name === '') return <span className={styles['none']}>–</span>;
  return (
    <span className={styles['name']}>
      <span {...hint(name)} className={styles['text']} tabIndex={0}>
        {cutMiddle(name, most)}
      </span>
      <span className={styles['copy']}>
        <CopyButton text={name} label={words('app.copy', { name })} />
      </span>
    </span>
  );
}
