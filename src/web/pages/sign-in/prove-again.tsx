import { useCallback } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { isStill, useMe } from '../../service/me.ts';
import { useSignInWays } from '../../service/sign-in-ways.ts';
import { proveAgain } from '../../service/sign-in.ts';
import { useWords } from '../../words/use-words.tsx';
import { OutsideWindows } from './outside-ways.tsx';
import { PasswordStep } from './password-step.tsx';
import styles from './sign-in.module.css';

interface ProveAgainProps {
  readonly name: string;
  /** Told whether the person is still there; what was asked for goes on then. */
  readonly onDone: (proved: boolean) => void;
}

/** Before something weighty: who is before the screen gives the password again. The page behind stays as it is. */
export function ProveAgain({ name, onDone }: ProveAgainProps) {
  const words = useWords();
  const me = useMe();
  const { data: ways } = useSignInWays(me.ccid, true);
  const back = useCallback(async () => onDone(await isStill(me)), [me, onDone]);
  return (
    <Dialog title={words('again.title')} onClose={() => onDone(false)} closedBy="cross" size="sm">
      {me.issuer && <p className={styles['text']}>{words('again.elsewhere')}</p>}
      {ways?.passwords !== false && !me.issuer && (
        <PasswordStep
          note={words('again.note')}
          who={{ userName: name, tenant: '' }}
          submit={async (password, code) => {
            await proveAgain(password, code);
            onDone(true);
          }}
          verb={words('again.submit')}
        />
      )}
      <OutsideWindows issuers={ways?.items ?? []} again onBack={back} />
    </Dialog>
  );
}
