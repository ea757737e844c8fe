import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/use-words.tsx';
import { BusyButton } from './busy-button.tsx';
import { Dialog, DialogButtons } from './dialog.tsx';
import { LongText } from './long-text.tsx';
import { ProblemBox } from './problem-box.tsx';
import styles from './confirm.module.css';

interface ConfirmProps {
  readonly title: string;
  /** What cannot be undone. */
  readonly text: string;
  /** What it hits: the first ten are shown. */
  readonly names: readonly string[];
  /** The verb and the number: `Delete 3 files`. */
  readonly verb: string;
  readonly danger?: boolean;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

const SHOWN = 10;
/** Characters of a name that two lines hold. */
const NAME_MOST = 64;

/** Asks before something that cannot be undone, naming what it hits. It closes when that is done. */
export function Confirm({ title, text, names, verb, danger = true, onConfirm, onClose }: ConfirmProps) {
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const act = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p className={styles['text']}>{text}</p>
      <ul className={styles['names']}>
        {names.slice(0, SHOWN).map((name, index) => (
          <li key={`${index} ${name}`}>
            <LongText text={name} most={NAME_MOST} />
          </li>
        ))}
      </ul>
      {names.length > SHOWN && (
        <p className={styles['text']}>{words('confirm.more', { count: names.length - SHOWN })}</p>
      )}
      {error !== null && <ProblemBox error={error} />}
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {words('dialog.cancel')}
        </Button>
        <BusyButton
          {...(danger ? { color: 'red' } : {})}
          busy={busy}
          onClick={() => void act()}
          data-autofocus
        >
          {verb}
        </BusyButton>
      </DialogButtons>
    </Dialog>
  );
}
