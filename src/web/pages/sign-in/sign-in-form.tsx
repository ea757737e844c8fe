import { Button, Checkbox, TextInput } from '@mantine/core';
import { useCallback, useState, type FormEvent } from 'react';
import { keep } from '../../service/kept.ts';
import { fetchMe, type Me } from '../../service/me.ts';
import { signIn } from '../../service/sign-in.ts';
import { useSignInWays } from '../../service/sign-in-ways.ts';
import { useWords } from '../../words/use-words.tsx';
import { OutsideWays, OutsideWindows } from './outside-ways.tsx';
import { PasswordStep } from './password-step.tsx';
import { asRemembered, remembered } from './remembered.ts';
import styles from './sign-in.module.css';

interface SignInFormProps {
  /** Who stands already: whose session has ended. Then the password is asked for at once, for their own contact center. */
  readonly before?: Pick<Me, 'name' | 'ccid' | 'issuer'>;
  readonly onDone: (me: Me) => Promise<void>;
}

/** Who, then how. A wrong password keeps the name; a second factor is asked for when the service wants one. */
export function SignInForm({ before, onDone }: SignInFormProps) {
  const words = useWords();
  const [known] = useState(remembered);
  const [who, setWho] = useState({
    userName: before?.name ?? known.userName,
    tenant: before?.ccid ?? known.tenant,
  });
  const [stays, setStays] = useState(known.userName !== '');
  const [named, setNamed] = useState(before !== undefined);
  const next = (event: FormEvent) => {
    event.preventDefault();
    keep('remembered', stays ? asRemembered(who) : null);
    setNamed(true);
  };
  const { data: ways } = useSignInWays(who.tenant, named);
  const back = useCallback(async () => onDone(await fetchMe()), [onDone]);
  if (named)
    return (
      <>
        {ways?.passwords !== false && !before?.issuer && (
          <PasswordStep
            title={words('login.title')}
            who={who}
            submit={async (password, code) => onDone(await signIn({ ...who, password, code }))}
            verb={words('login.submit')}
            {...(before === undefined ? { onBack: () => setNamed(false) } : {})}
          />
        )}
        {before === undefined ? (
          <OutsideWays issuers={ways?.items ?? []} />
        ) : (
          <OutsideWindows issuers={ways?.items ?? []} again={false} onBack={back} />
        )}
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
