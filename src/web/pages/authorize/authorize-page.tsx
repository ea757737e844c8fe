import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { BusyButton } from '../../parts/busy-button.tsx';
import { Brand } from '../../parts/brand.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import { decideConsent, useConsentRequest, type ConsentRequest } from '../../service/consent.ts';
import { forgetMe, type Me } from '../../service/me.ts';
import { signOut } from '../../service/sign-in.ts';
import { rolesInWords } from '../../words/role-words.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from '../sign-in/sign-in.module.css';
import own from './authorize.module.css';

/** Where a person decides whether a program may act for them. Nothing is sent to the program before they have. */
export function AuthorizePage({ me }: { readonly me: Me }) {
  const words = useWords();
  const [request] = useState(() => location.search);
  const { data, error } = useConsentRequest(request);
  useEffect(() => {
    document.title = `${words('consent.title')} · ${words('app.title')}`;
  }, [words]);
  return (
    <div className={styles['page']}>
      <main className={styles['card']}>
        <Brand />
        <div className={styles['form']}>
          <h1 className={styles['title']}>{words('consent.title')}</h1>
          <SignedInAs me={me} />
          {error !== null && <ProblemBox error={error} />}
          {data && <Decision request={request} asked={data} me={me} />}
        </div>
      </main>
    </div>
  );
}

/** Who would be acted for, and a way to be somebody else. */
function SignedInAs({ me }: { readonly me: Me }) {
  const words = useWords();
  const leave = async () => {
    await signOut();
    forgetMe();
  };
  return (
    <p className={styles['who']}>
      <strong>{me.name}</strong>
      <span>{me.ccid}</span>
      <Button variant="subtle" size="compact-sm" onClick={() => void leave()}>
        {words('login.other')}
      </Button>
    </p>
  );
}

interface DecisionProps {
  readonly request: string;
  readonly asked: ConsentRequest;
  readonly me: Me;
}

function Decision({ request, asked, me }: DecisionProps) {
  const words = useWords();
  const [busy, setBusy] = useState<'allow' | 'deny' | null>(null);
  const settled = useSettled();
  const [left, setLeft] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const decide = async (what: 'allow' | 'deny') => {
    setBusy(what);
    setError(null);
    try {
      location.assign(await decideConsent(request, what === 'allow'));
      setLeft(true);
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(null);
    }
  };
  // The button that was pressed is gone: who works by keyboard, or listens, goes on at what stands in its place.
  const focus = useCallback((text: HTMLElement | null) => text?.focus(), []);
  const name = asked.ofService ? words('consent.commandLine') : asked.name;
  if (left)
    return (
      <p className={own['text']} tabIndex={-1} ref={focus}>
        {words('consent.sent', { name })}
      </p>
    );
  return (
    <>
      <p className={own['text']}>{words('consent.asks', { name, ccid: me.ccid })}</p>
      <dl className={own['facts']}>
        <dt>{words('consent.roles')}</dt>
        <dd>{rolesInWords(words, asked.roles) || words('consent.noRoles')}</dd>
        <dt>{words('consent.address')}</dt>
        <dd>{asked.local ? words('consent.local') : asked.address}</dd>
      </dl>
      <p className={own['note']}>{words('consent.note')}</p>
      {error !== null && <ProblemBox error={error} />}
      <div className={own['buttons']}>
        <BusyButton
          variant="default"
          size="md"
          busy={busy === 'deny'}
          disabled={busy === 'allow'}
          onClick={() => void decide('deny')}
        >
          {words('consent.deny')}
        </BusyButton>
        <BusyButton
          size="md"
          busy={busy === 'allow'}
          disabled={busy === 'deny'}
          held={!settled}
          onClick={() => void decide('allow')}
        >
          {words('consent.allow')}
        </BusyButton>
      </div>
    </>
  );
}
