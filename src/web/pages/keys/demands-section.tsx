import { Checkbox, Switch } from '@mantine/core';
import '@mantine/core/styles/Switch.layer.css';
import { useState } from 'react';
import { isAdministrator, ROLE_NAMES } from '../../../model/roles.ts';
import { useNotices } from '../../parts/notices.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { Section } from '../../parts/section.tsx';
import { changeDemands, useDemands, type Demands } from '../../service/demands.ts';
import { may, useMe } from '../../service/me.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './keys.module.css';

const EVERYBODY = 'all';

/** What the contact center demands; each change holds at once, and can be taken back. */
export function DemandsSection() {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const { data, error, refetch } = useDemands();
  const [busy, setBusy] = useState(false);
  const administers = isAdministrator(me.roles);
  if (error) return <ProblemBox error={error} retry={() => void refetch()} />;
  if (!data) return null;
  const change = async (next: Partial<Demands>) => {
    setBusy(true);
    try {
      await changeDemands(next);
      // Taking it back may demand less, which is for administrators.
      const undo = () => void changeDemands(data).catch(notices.failed);
      notices.told(words('settings.saved'), administers ? undo : undefined);
    } catch (refused) {
      notices.failed(refused);
    } finally {
      setBusy(false);
    }
  };
  const disabled = busy || !may(me, 'users.write');
  return (
    <Section title={words('settings.title')}>
      <Switch
        label={words('settings.requireApiKey')}
        description={words('settings.requireApiKeyHelp')}
        checked={data.requireApiKey}
        disabled={disabled || (data.requireApiKey && !administers)}
        onChange={({ currentTarget: { checked } }) => void change({ requireApiKey: checked })}
      />
      <Switch
        label={words('settings.cipher')}
        description={words('settings.cipherHelp')}
        checked={data.cipherByAdministratorsOnly}
        disabled={disabled || !administers}
        onChange={({ currentTarget: { checked } }) => void change({ cipherByAdministratorsOnly: checked })}
      />
      <fieldset className={styles['factor']}>
        <legend>{words('settings.secondFactor')}</legend>
        {([EVERYBODY, ...ROLE_NAMES] as const).map((name) => (
          <Checkbox
            key={name}
            label={name === EVERYBODY ? words('settings.everybody') : words(`role.${name}`)}
            checked={data.secondFactor.includes(name) || data.secondFactor.includes(EVERYBODY)}
            disabled={
              disabled ||
              (name !== EVERYBODY && data.secondFactor.includes(EVERYBODY)) ||
              (data.secondFactor.includes(name) && !administers)
            }
            onChange={({ currentTarget: { checked } }) =>
              void change({ secondFactor: factorsWith(data.secondFactor, name, checked) })
            }
          />
        ))}
      </fieldset>
      {!administers && may(me, 'users.write') && (
        <p className={styles['more']}>{words('settings.onlyMore')}</p>
      )}
    </Section>
  );
}

/** Everybody makes the other choices needless. */
function factorsWith(
  old: Demands['secondFactor'],
  name: Demands['secondFactor'][number],
  on: boolean,
): Demands['secondFactor'] {
  if (name === EVERYBODY) return on ? [EVERYBODY] : [];
  return on ? [...old, name] : old.filter((one) => one !== name);
}
