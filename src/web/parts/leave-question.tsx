import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { holdPage } from '../address/place.ts';
import { useWords } from '../words/use-words.tsx';
import { Dialog, DialogButtons } from './dialog.tsx';
import styles from './confirm.module.css';

interface LeaveQuestionProps {
  /** Whether there is something to lose now. */
  readonly held: boolean;
  readonly title: string;
  /** What is lost. */
  readonly text: string;
  /** What leaving does, in a verb. */
  readonly verb: string;
}

/** Asks before a page with something unsaved is left, whichever way: by a link, by Back, or (the browser's own words) by closing it. */
export function LeaveQuestion({ held, title, text, verb }: LeaveQuestionProps) {
  const words = useWords();
  const [answer, setAnswer] = useState<((may: boolean) => void) | null>(null);
  useEffect(() => {
    if (!held) return undefined;
    const free = holdPage(
      () =>
        new Promise((resolve) => {
          // A function as a state is set by one that makes it.
          setAnswer(() => resolve);
        }),
    );
    return () => {
      free();
      setAnswer(null);
    };
  }, [held]);
  const say = (may: boolean) => {
    answer?.(may);
    setAnswer(null);
  };
  if (!answer) return null;
  return (
    <Dialog title={title} onClose={() => say(false)}>
      <p className={styles['text']}>{text}</p>
      <DialogButtons>
        <Button variant="default" onClick={() => say(false)} data-autofocus>
          {words('leave.stay')}
        </Button>
        <Button color="red" onClick={() => say(true)}>
          {verb}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
