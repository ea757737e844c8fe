import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { PageRefusal } from '../../../client/page-session.ts';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { keep } from '../../service/kept.ts';
import type { Me } from '../../service/me.ts';
import { signIn } from '../../service/sign-in.ts';
import { useSignInWays } from '../../service/sign-in-ways.ts';
import { useWords } from '../../words/use-words.tsx';
import { OutsideWays } from './outside-ways.tsx';
import { asRemembered, remembered } from './remembered.ts';
import styles from './sign-in.module.css';

interface SignInFormProps {
  /** A name that stands already: the session's that has ended. Then the password is asked for at once. */
  readonly name?: string;
  readonly onDone: (me: Me) => Promise<void>;
}

/** Who, then how. A wrong password keeps the name; a second factor is asked for when the service wants one. */
export function SignInForm({ name, onDone }: SignInFormProps) {
  const words = useWords();
  const [known] = useState(remembered);
  const [who, setWho] = useState({ userName: name ?? known.userName, tenant: known.tenant });
  const [stays, setStays] = useState(known.userName !== '');
  const [named, setNamed] = useState(name !== undefined);
  const next = (event: FormEvent) => {
    event.preventDefault();
    keep('remembered', stays ? asRemembered(who) : null);
    setNamed(true);
  };
  const { data: ways } = useSignInWays(who.tenant, named);
  if (named)
    return (
      <>
        {ways?.passwords !== false && (
          <PasswordStep
            who={who}
            onDone={onDone}
            {...(name === undefined ? { onBack: () => setNamed(false) } : {})}
          />
        )}
        <OutsideWays issuers={ways?.items ?? []} />
      </>
    );
  return (
    <form className={styles['form']} onSubmit={next}>
      <h1 className={styles['title']}>{words('login.title')}</h1>
      <TextInput
        label={words('login.userName')}
        value={who.userName}
        onChange={({ currentTarget: { value } }) => setWho((old) => ({ ...old, userName: value }))}
        autoComplete="username"
        data-autofocus
        autoFocus
        required
        withAsterisk={false}
        size="md"
      />
      <TextInput
        label={words('login.contactCenter')}
        value={who.tenant}
        onChange={({ currentTarget: { value } }) => setWho((old) => ({ ...old, tenant: value }))}
        autoComplete="organization"
        size="md"
      />
      <Checkbox
        label={words('login.remember')}
        description={words('login.rememberHelp')}
        checked={stays}
        onChange={({ currentTarget: { checked } }) => setStays(checked)}
      />
      <Button type="submit" size="md" fullWidth>
        {words('login.next')}
      </Button>
    </form>
  );
}

interface PasswordStepProps {
  readonly who: { readonly userName: string; readonly tenant: string };
  readonly onDone: (me: Me) => Promise<void>;
  readonly onBack?: () => void;
}

function PasswordStep({ who, onDone, onBack }: PasswordStepProps) {
  const words = useWords();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await onDone(await signIn({ ...who, password, code: code ?? '' }));
    } catch (refused) {
      const asked = refused instanceof PageRefusal && refused.failure === 'second-factor-needed';
      if (asked) setCode('');
      else setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void enter(event)}>
      <h1 className={styles['title']}>{words('login.title')}</h1>
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
      <PasswordInput
        label={words('login.password')}
        value={password}
        onChange={({ currentTarget: { value } }) => setPassword(value)}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': words('login.showPassword') }}
        autoFocus
        required
        withAsterisk={false}
        size="md"
      />
      {code !== null && (
        <TextInput
          label={words('login.code')}
          description={words('login.codeHelp')}
          value={code}
          onChange={({ currentTarget: { value } }) => setCode(value)}
          autoComplete="one-time-code"
          autoFocus
          required
          withAsterisk={false}
          size="md"
        />
      )}
      <Button type="submit" size="md" fullWidth loading={busy}>
        {words('login.submit')}
      </Button>
    </form>
  );
}
