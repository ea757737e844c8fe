import { PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.layer.css';
import { useState } from 'react';
import { PageRefusal } from '../../../client/page-session.ts';
import { BusyButton } from '../../parts/busy-button.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { saveDestination, tryBucket, type TriedBucket } from '../../service/destination.ts';
import { useWords } from '../../words/use-words.tsx';
import { sentDestination } from './destination-form.ts';
import type { PartProps } from './job-editor.tsx';
import styles from './bucket-fields.module.css';
import shared from './job.module.css';

export interface BucketProps extends PartProps {
  /** The job; null for a new one. */
  readonly id: number | null;
  /** Whether the job has a destination already. */
  readonly had: boolean;
  /** Tells what is wrong at its field. */
  readonly refuse: (refused: PageRefusal) => void;
}

/** Which bucket, by which key; a test of it, and where the job cannot be edited a button that saves it alone. */
export function BucketFields(props: BucketProps) {
  const { form } = props;
  return (
    <>
      {form.delivers && <Place {...props} />}
      <Acts {...props} />
    </>
  );
}

const LINES = [
  ['endpoint', 'region'],
  ['bucket', 'prefix'],
] as const;
const REQUIRED: ReadonlySet<string> = new Set(['endpoint', 'bucket']);

function Place({ form, set, wrong, had }: BucketProps) {
  const words = useWords();
  return (
    <>
      {LINES.map((line) => (
        <div key={line[0]} className={shared['pair']}>
          {line.map((name) => (
            <TextInput
              key={name}
              label={words(`destination.${name}`)}
              description={words(`destination.${name}Help`)}
              required={REQUIRED.has(name)}
              value={form[name]}
              error={wrong[name]}
              spellCheck={false}
              onChange={({ currentTarget: { value } }) => set({ [name]: value })}
            />
          ))}
        </div>
      ))}
      <div className={shared['pair']}>
        <TextInput
          label={words('destination.accessKeyId')}
          description={words('destination.accessKeyIdHelp')}
          required
          value={form.accessKeyId}
          error={wrong.accessKeyId}
          spellCheck={false}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => set({ accessKeyId: value })}
        />
        <PasswordInput
          label={words('destination.secret')}
          description={words(had ? 'destination.secretKept' : 'destination.secretHelp')}
          required={!had}
          value={form.secret}
          error={wrong.secret}
          autoComplete="new-password"
          onChange={({ currentTarget: { value } }) => set({ secret: value })}
        />
      </div>
    </>
  );
}

function Acts({ id, form, locked, had, refuse }: BucketProps) {
  const words = useWords();
  const notices = useNotices();
  const [busy, setBusy] = useState<'test' | 'save' | null>(null);
  const [tried, setTried] = useState<TriedBucket | null>(null);
  const asked = sentDestination(form);
  const act = async (what: 'test' | 'save', call: () => Promise<void>) => {
    setBusy(what);
    setTried(null);
    try {
      await call();
    } catch (refused) {
      if (refused instanceof PageRefusal && refused.field.startsWith('destination.')) refuse(refused);
      else notices.failed(refused);
    } finally {
      setBusy(null);
    }
  };
  const test = () => act('test', async () => setTried(asked ? ((await tryBucket(id, asked)) ?? null) : null));
  const save = () =>
    act('save', async () => {
      if (id === null) return;
      await saveDestination(id, asked);
      notices.told(words(asked ? 'destination.saved' : 'destination.removed'));
    });
  return (
    <>
      <div className={styles['acts']}>
        {asked && (
          <BusyButton variant="default" busy={busy === 'test'} onClick={() => void test()}>
            {words('destination.test')}
          </BusyButton>
        )}
        {locked && id !== null && (asked !== null || had) && (
          <BusyButton busy={busy === 'save'} onClick={() => void save()}>
            {words(asked ? 'destination.saveOwn' : 'destination.removeOwn')}
          </BusyButton>
        )}
      </div>
      {tried && (
        <p className={styles['outcome']} data-tone={tried.works ? 'good' : 'bad'} role="status">
          {tried.works
            ? words('destination.works')
            : (words.failure(tried.code, {}) ?? words('error.unknown'))}{' '}
          {!tried.removed && words('destination.left', { object: tried.object })}
        </p>
      )}
    </>
  );
}
