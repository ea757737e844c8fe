import { PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { BusyButton } from '../../parts/busy-button.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { Section } from '../../parts/section.tsx';
import { replacePassword } from '../../service/me.ts';
import { useWords } from '../../words/use-words.tsx';

/** Changes one's own password. */
export function PasswordSection() {
  const words = useWords();
  const notices = useNotices();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const change = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await replacePassword(current, next);
      setCurrent('');
      setNext('');
      notices.told(words('password.changed'));
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  const toggle = { 'aria-label': words('login.showPassword') };
  return (
    <Section title={words('password.title')}>
      <form onSubmit={(event) => void change(event)} style={{ display: 'grid', gap: 16 }}>
        {error !== null && <ProblemBox error={error} />}
        <PasswordInput
          label={words('password.current')}
          value={current}
          onChange={({ currentTarget: { value } }) => setCurrent(value)}
          visibilityToggleButtonProps={toggle}
          autoComplete="current-password"
          required
        />
        <PasswordInput
          label={words('invitation.password')}
          description={words('invitation.passwordHelp')}
          value={next}
          onChange={({ currentTarget: { value } }) => setNext(value)}
          visibilityToggleButtonProps={toggle}
          autoComplete="new-password"
          required
        />
        <div>
          <BusyButton type="submit" variant="default" busy={busy}>
            {words('password.change')}
          </BusyButton>
        </div>
      </form>
    </Section>
  );
}
