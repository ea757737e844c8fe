import { Button, CloseButton } from '@mantine/core';
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { problemOf } from '../service/problem.ts';
import { useWords } from '../words/use-words.tsx';
import { Icon } from './icon.tsx';
import { RequestId } from './request-id.tsx';
import styles from './notices.module.css';

const SHOWN_MS = 6_000;
/** Of what went well, so many stand above the newest; what did not stays until it is closed. */
const MOST = 3;

interface Notice {
  readonly id: number;
  readonly text: string;
  readonly bad: boolean;
  /** Of a failure: what the operator finds it by. */
  readonly requestId?: string;
  readonly undo?: () => void;
}
interface Telling {
  /** Says shortly what happened, with a way back where the API has one. */
  readonly told: (text: string, undo?: () => void) => void;
  /** Says what did not work; it stays until it is closed. */
  readonly failed: (error: unknown) => void;
}
const NoticeContext = createContext<Telling | null>(null);

/** Tells what happened at the bottom right, politely to readers. */
export function Notices({ children }: { readonly children: ReactNode }) {
  const words = useWords();
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const last = useRef(0);
  const drop = useCallback((id: number) => setNotices((all) => all.filter((one) => one.id !== id)), []);
  const add = useCallback(
    (notice: Omit<Notice, 'id'>) => {
      const id = ++last.current;
      setNotices((all) => [
        ...all.filter(({ bad }, index) => bad || index >= all.length - MOST),
        { ...notice, id },
      ]);
      if (!notice.bad) setTimeout(() => drop(id), SHOWN_MS);
    },
    [drop],
  );
  const telling = useMemo<Telling>(
    () => ({
      told: (text, undo) => add({ text, bad: false, ...(undo ? { undo } : {}) }),
      failed: (error) => {
        const { text, requestId } = problemOf(error, words);
        add({ text, bad: true, requestId });
      },
    }),
    [add, words],
  );
  return (
    <NoticeContext value={telling}>
      {children}
      <div className={styles['region']} role="status" aria-live="polite">
        {notices.map(({ id, text, bad, requestId, undo }) => (
          <div key={id} className={styles['notice']} data-bad={bad || undefined}>
            <Icon name={bad ? 'warning' : 'check'} />
            <div className={styles['text']}>
              {text}
              {requestId && <RequestId id={requestId} />}
            </div>
            {undo && (
              <Button size="compact-sm" variant="subtle" onClick={() => (undo(), drop(id))}>
                {words('app.undo')}
              </Button>
            )}
            <CloseButton size="sm" aria-label={words('dialog.close')} onClick={() => drop(id)} />
          </div>
        ))}
      </div>
    </NoticeContext>
  );
}

/** Says what happened, from any page. */
export function useNotices(): Telling {
  const telling = use(NoticeContext);
  if (!telling) throw new Error('outside of Notices');
  return telling;
}
