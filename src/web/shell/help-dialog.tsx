import { Fragment } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/use-words.tsx';
import type { WordKey } from '../words/words.ts';
import styles from './help-dialog.module.css';

const KEYS: readonly (readonly [key: string, word: WordKey])[] = [
  ['/', 'help.search'],
  ['n', 'help.new'],
  ['.', 'help.menu'],
  ['Esc', 'help.escape'],
  ['?', 'help.help'],
];

/** The keys that do something on every page. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog title={words('help.title')} onClose={onClose}>
      <dl className={styles['keys']}>
        {KEYS.map(([key, word]) => (
          <Fragment key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words(word)}</dd>
          </Fragment>
        ))}
      </dl>
      <p className={styles['note']}>
        <a href="/udm/docs">{words('app.docs')}</a>
      </p>
    </Dialog>
  );
}
