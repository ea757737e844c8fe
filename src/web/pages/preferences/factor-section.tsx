import { Button } from '@mantine/core';
import { useState } from 'react';
import { Confirm } from '../../parts/confirm.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { Section } from '../../parts/section.tsx';
import { useMe } from '../../service/me.ts';
import {
  startSecondFactor,
  factorSeen,
  dropSecondFactor,
  fetchNewCodes,
  type StartedFactor,
} from '../../service/second-factor.ts';
import { useWords } from '../../words/use-words.tsx';
import { EnrolFactor } from '../second-factor/enrol-factor.tsx';
import { CodesOnce } from '../second-factor/codes-once.tsx';
import styles from '../second-factor/second-factor.module.css';

/** One's own second factor: set up, other recovery codes, removed. */
export function FactorSection() {
  const words = useWords();
  const { name, secondFactor } = useMe();
  const [begun, setBegun] = useState<StartedFactor | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const attempt = async (act: () => Promise<void>) => {
    setError(null);
    await act().catch(setError);
  };
  const seen = () => {
    setBegun(null);
    setCodes(null);
    void factorSeen();
  };
  return (
    <Section title={words('factor.title')} note={words('factor.note')}>
      {error !== null && <ProblemBox error={error} />}
      {begun && <EnrolFactor begun={begun} name={name} onDone={seen} onCancel={() => setBegun(null)} />}
      {codes && <CodesOnce codes={codes} name={name} onDone={seen} />}
      {!begun && !codes && !secondFactor.enabled && (
        <div>
          <Button
            variant="default"
            onClick={() => void attempt(async () => setBegun(await startSecondFactor()))}
          >
            {words('factor.setUp')}
          </Button>
        </div>
      )}
      {!begun && !codes && secondFactor.enabled && (
        <FactorState onRenew={() => void attempt(async () => setCodes(await fetchNewCodes()))} />
      )}
    </Section>
  );
}

function FactorState({ onRenew }: { readonly onRenew: () => void }) {
  const words = useWords();
  const { name, secondFactor } = useMe();
  const [removing, setRemoving] = useState(false);
  return (
    <>
      <p className={styles['state']}>
        <span className={styles['on']}>{words('factor.on')}</span>
        <span className={styles['text']}>{words.count('factor.left', secondFactor.recoveryCodes)}</span>
      </p>
      <div className={styles['buttons']}>
        <Button variant="default" onClick={onRenew}>
          {words('factor.renew')}
        </Button>
        {secondFactor.required ? (
          <span className={styles['text']}>{words('factor.demanded')}</span>
        ) : (
          <Button variant="default" onClick={() => setRemoving(true)}>
            {words('factor.remove')}
          </Button>
        )}
      </div>
      {removing && (
        <Confirm
          title={words('factor.removeTitle')}
          text={words('factor.removeText')}
          names={[name]}
          verb={words('factor.removeVerb')}
          onConfirm={dropSecondFactor}
          onClose={() => setRemoving(false)}
        />
      )}
    </>
  );
}
