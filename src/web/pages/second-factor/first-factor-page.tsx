import { Button } from '@mantine/core';
import { useState } from 'react';
import { BusyButton } from '../../parts/busy-button.tsx';
import { Brand } from '../../parts/brand.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { forgetMe, useMe } from '../../service/me.ts';
import { startSecondFactor, factorSeen, type StartedFactor } from '../../service/second-factor.ts';
import { signOut } from '../../service/sign-in.ts';
import { useWords } from '../../words/use-words.tsx';
import signIn from '../sign-in/sign-in.module.css';
import { EnrolFactor } from './enrol-factor.tsx';
import styles from './second-factor.module.css';

/** Before everything else, for who has to have a second factor and has none. */
export function FirstFactorPage() {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const [begun, setBegun] = useState<StartedFactor | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    await act().catch(notices.failed);
    setBusy(false);
  };
  return (
    <div className={signIn['page']}>
      <main className={`${signIn['card']} ${styles['card']}`}>
        <Brand />
        <div className={signIn['form']}>
          <h1 className={signIn['title']}>{words('factor.firstTitle')}</h1>
          {begun ? (
            <EnrolFactor begun={begun} name={me.name} onDone={() => void factorSeen()} />
          ) : (
            <>
              <p className={styles['text']}>{words('factor.firstNote', { name: me.name })}</p>
              <div className={styles['buttons']}>
                <BusyButton
                  busy={busy}
                  onClick={() => void attempt(async () => setBegun(await startSecondFactor()))}
                  autoFocus
                >
                  {words('factor.setUp')}
                </BusyButton>
                <Button variant="default" onClick={() => void attempt(() => signOut().then(forgetMe))}>
                  {words('menu.logout')}
                </Button>
              </div>
            </>
          )}
        </div>
      </main>
    </div>
  );
}
