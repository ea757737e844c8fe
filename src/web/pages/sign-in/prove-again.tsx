import { Dialog } from '../../parts/dialog.tsx';
import { useMe } from '../../service/me.ts';
import { useSignInWays } from '../../service/sign-in-ways.ts';
import { proveAgain } from '../../service/sign-in.ts';
import { useWords } from '../../words/use-words.tsx';
import { OutsideWays } from './outside-ways.tsx';
import { PasswordStep } from './password-step.tsx';

interface ProveAgainProps {
  readonly name: string;
  /** Told whether the person is still there; what was asked for goes on then. */
  readonly onDone: (proved: boolean) => void;
}

/** Before something weighty: who is before the screen gives the password again. The page behind stays as it is. */
export function ProveAgain({ name, onDone }: ProveAgainProps) {
  const words = useWords();
  const { data: ways } = useSignInWays(useMe().ccid, true);
  return (
    <Dialog title={words('again.title')} onClose={() => onDone(false)} closedBy="cross" size="sm">
      {ways?.passwords !== false && (
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
      <OutsideWays issuers={ways?.items ?? []} again />
    </Dialog>
  );
}
