import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { onSignInWindow, openSignInWindow, outsideAddress } from '../../service/sign-in-window.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './outside-ways.module.css';

type Issuers = readonly { readonly id: string; readonly name: string }[];

/** Issuers outside at which people of the contact center sign in. Links, so that the browser goes there as a whole and comes back here. */
export function OutsideWays({ issuers }: { readonly issuers: Issuers }) {
  const words = useWords();
  if (issuers.length === 0) return null;
  const { pathname, search } = location;
  const to = pathname === PAGE_PATHS.signIn ? PAGE_PATHS.home : `${pathname}${search}`;
  return (
    <nav className={styles['ways']} aria-label={words('login.elsewhere')}>
      {issuers.map(({ id, name }) => (
        <Button
          key={id}
          component="a"
          href={outsideAddress(id, to, false)}
          variant="default"
          size="md"
          fullWidth
        >
          {words('login.with', { name })}
        </Button>
      ))}
    </nav>
  );
}

interface OutsideWindowsProps {
  readonly issuers: Issuers;
  /** Whether who is signed in has to prove it anew. */
  readonly again: boolean;
  /** Told when somebody has come back signed in. */
  readonly onBack: () => Promise<void>;
}

/** The same over a page that is to stay as it is: each opens a window. */
export function OutsideWindows({ issuers, again, onBack }: OutsideWindowsProps) {
  const words = useWords();
  const [away, setAway] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(
    () =>
      onSignInWindow((told) => {
        setAway(false);
        setProblem(told);
        // Whoever is not there after all sees why.
        if (told === null) onBack().catch(() => setProblem('session-ended'));
      }),
    [onBack],
  );
  if (issuers.length === 0) return null;
  const open = (id: string) => {
    setProblem(null);
    setAway(true);
    openSignInWindow(id, again);
  };
  return (
    <nav className={styles['ways']} aria-label={words('login.elsewhere')}>
      {issuers.map(({ id, name }) => (
        <Button key={id} variant="default" size="md" fullWidth onClick={() => open(id)}>
          {words('login.with', { name })}
        </Button>
      ))}
      <p className={styles['told']} role="status">
        {away ? words('login.window') : ''}
      </p>
      {problem !== null && <ProblemText code={problem} />}
    </nav>
  );
}

/** Why a sign-in elsewhere came to nothing, where the service led the browser back with a reason. */
export function OutsideProblem() {
  const code = new URLSearchParams(location.search).get('problem');
  return code === null ? null : <ProblemText code={code} />;
}

/** What a failure says by its code; nothing for a code that is none. */
function ProblemText({ code }: { readonly code: string }) {
  const words = useWords();
  const text = words.failure(code, { name: '', seconds: '' });
  return text === null ? null : (
    <p className={styles['problem']} role="alert">
      {text}
    </p>
  );
}
