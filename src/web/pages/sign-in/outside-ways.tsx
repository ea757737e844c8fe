import { Button } from '@mantine/core';
import { outsideAddress } from '../../service/sign-in-ways.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './outside-ways.module.css';

interface OutsideWaysProps {
  readonly issuers: readonly { id: string; name: string }[];
  /** Whether who is signed in has to prove it anew. */
  readonly again?: boolean;
}

/** Issuers outside at which people of the contact center sign in. A link, so that the browser goes there as a whole. */
export function OutsideWays({ issuers, again = false }: OutsideWaysProps) {
  const words = useWords();
  if (issuers.length === 0) return null;
  return (
    <nav className={styles['ways']} aria-label={words('login.elsewhere')}>
      {issuers.map(({ id, name }) => (
        <Button key={id} component="a" href={outsideAddress(id, again)} variant="default" size="md" fullWidth>
          {words('login.with', { name })}
        </Button>
      ))}
    </nav>
  );
}

/** Why a sign-in elsewhere came to nothing, where the service led the browser back with a reason. */
export function OutsideProblem() {
  const words = useWords();
  const code = new URLSearchParams(location.search).get('problem');
  const text = code === null ? null : words.failure(code, { name: '', seconds: '' });
  return text === null ? null : (
    <p className={styles['problem']} role="alert">
      {text}
    </p>
  );
}
