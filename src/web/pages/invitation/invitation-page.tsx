import { PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { BusyButton } from '../../parts/busy-button.tsx';
import { Brand } from '../../parts/brand.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { acceptInvitation } from '../../service/sign-in.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from '../sign-in/sign-in.module.css';

/** Where an invitation's link leads: its token stands behind `#`, so that no server and no log sees it. */
export function InvitationPage() {
  const words = useWords();
  const [, go] = useLocation();
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const accept = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await acceptInvitation(token, password);
      go(PAGE_PATHS.signIn);
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles['page']}>
      <main className={styles['card']}>
        <Brand />
        <form className={styles['form']} onSubmit={(event) => void accept(event)}>
          <h1 className={styles['title']}>{words('invitation.title')}</h1>
          <p className={styles['who']}>{words(token ? 'invitation.note' : 'invitation.noToken')}</p>
          {error !== null && <ProblemBox error={error} />}
          <PasswordInput
            label={words('invitation.password')}
            description={words('invitation.passwordHelp')}
            value={password}
            onChange={({ currentTarget: { value } }) => setPassword(value)}
            visibilityToggleButtonProps={{ 'aria-label': words('login.showPassword') }}
            autoComplete="new-password"
            required
            withAsterisk={false}
            size="md"
          />
          <BusyButton type="submit" size="md" fullWidth busy={busy} disabled={!token}>
            {words('invitation.accept')}
          </BusyButton>
        </form>
      </main>
    </div>
  );
}
