import { Button } from '@mantine/core';
import { CopyButton } from '../../parts/copy-button.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './second-factor.module.css';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  /** Whose they are, for the file's name. */
  readonly name: string;
  readonly onDone: () => void;
}

/** Recovery codes, which are seen this once: to copy, to keep as a file. */
export function CodesOnce({ codes, name, onDone }: RecoveryCodesProps) {
  const words = useWords();
  const text = `${codes.join('\n')}\n`;
  return (
    <div className={styles['step']}>
      <h3 className={styles['stepTitle']}>{words('factor.codesTitle')}</h3>
      <p className={styles['text']}>{words('factor.codesNote')}</p>
      <ul className={styles['codes']} aria-label={words('factor.codesTitle')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles['buttons']}>
        <Button
          component="a"
          variant="default"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={`udm-${name.replaceAll(/[^\w.-]+/g, '-')}-recovery-codes.txt`}
        >
          {words('factor.download')}
        </Button>
        <CopyButton text={text} label={words('factor.copyCodes')} />
        <span className={styles['gap']} />
        <Button onClick={onDone}>{words('factor.kept')}</Button>
      </div>
    </div>
  );
}
