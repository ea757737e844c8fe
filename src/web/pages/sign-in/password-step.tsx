import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { PageRefusal } from '../../../client/page-session.ts';
import { BusyButton } from '../../parts/busy-button.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './sign-in.module.css';

interface PasswordStepProps {
  /** Left out where a dialog has it. */
  readonly title?: string;
  readonly note?: string;
  readonly who: { readonly userName: string; readonly tenant: string };
  /** Signs in; `code` is "" while none was asked for. */
  readonly submit: (password: string, code: string) => Promise<void>;
  readonly verb: string;
  readonly onBack?: () => void;
}

/** The password, and after it a code where the service wants one. A wrong one of either keeps the other. */
export function PasswordStep({ title, note, who, submit, verb, onBack }: PasswordStepProps) {
  const words = useWords();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await submit(password, code ?? '');
    } catch (refused) {
      const failure = refused instanceof PageRefusal ? refused.failure : '';
      if (failure === 'second-factor-needed') setCode('');
      else setError(refused);
      // The password was changed meanwhile, say: back to it.
      if (failure === 'user-refused') setCode(null);
      // What is to be typed again gets the focus.
      form.current?.querySelector<HTMLInputElement>('input:not([hidden])')?.focus();
    } finally {
      setBusy(false);
    }
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={(event) => void enter(event)}>
      {title && <h1 className={styles['title']}>{title}</h1>}
      {note && <p className={styles['text']}>{note}</p>}
      <p className={styles['who']}>
        <strong>{who.userName}</strong>
        {who.tenant && <span>{who.tenant}</span>}
        {onBack && (
          <Button variant="subtle" size="compact-sm" onClick={onBack}>
            {words('login.other')}
          </Button>
        )}
      </p>
      {/* A password's keeper finds the name here. */}
      <input type="text" hidden readOnly value={who.userName} autoComplete="username" />
      {error !== null && <ProblemBox error={error} />}
      {code === null ? (
        <PasswordInput
          key="password"
          label={words('login.password')}
          value={password}
          onChange={({ currentTarget: { value } }) => setPassword(value)}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': words('login.showPassword') }}
          data-autofocus
          autoFocus
          required
          withAsterisk={false}
          size="md"
        />
      ) : (
        <TextInput
          key="code"
          label={words('login.code')}
          description={words('login.codeHelp')}
          value={code}
          onChange={({ currentTarget: { value } }) => setCode(value)}
          autoComplete="one-time-code"
          autoCapitalize="none"
          autoFocus
          required
          withAsterisk={false}
          size="md"
        />
      )}
      <BusyButton type="submit" size="md" fullWidth busy={busy}>
        {verb}
      </BusyButton>
    </form>
  );
}
