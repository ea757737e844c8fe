import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { BusyButton } from '../../parts/busy-button.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { sendFirstCode, type StartedFactor } from '../../service/second-factor.ts';
import { useWords } from '../../words/use-words.tsx';
import { QrCode } from './qr-code.tsx';
import { CodesOnce } from './codes-once.tsx';
import styles from './second-factor.module.css';

interface EnrolFactorProps {
  readonly begun: StartedFactor;
  readonly name: string;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}

/** A second factor on its way: the picture for the authenticator, a code of it, then the recovery codes. */
export function EnrolFactor({ begun, name, onDone, onCancel }: EnrolFactorProps) {
  const words = useWords();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      setCodes(await sendFirstCode(code));
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  if (codes) return <CodesOnce codes={codes} name={name} onDone={onDone} />;
  return (
    <form className={styles['step']} onSubmit={(event) => void confirm(event)}>
      <p className={styles['text']}>{words('factor.scan')}</p>
      <div className={styles['begun']}>
        <QrCode text={begun.uri} />
        <div className={styles['typed']}>
          <span className={styles['text']}>{words('factor.orType')}</span>
          <span className={styles['secret']}>
            <code>{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
            <CopyButton text={begun.secret} label={words('factor.copySecret')} />
          </span>
        </div>
      </div>
      {error !== null && <ProblemBox error={error} />}
      <TextInput
        label={words('factor.code')}
        description={words('factor.codeHelp')}
        value={code}
        onChange={({ currentTarget: { value } }) => setCode(value)}
        autoComplete="one-time-code"
        inputMode="numeric"
        required
        withAsterisk={false}
      />
      <div className={styles['buttons']}>
        <BusyButton type="submit" busy={busy}>
          {words('factor.confirm')}
        </BusyButton>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {words('dialog.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
