import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { components } from '../../../client/api.d.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Moment } from '../../parts/moment.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { QUERIES, SERVICE } from '../../service/session.ts';
import { useQuantities } from '../../words/use-quantities.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './contacts.module.css';

type Erasure = components['schemas']['Erasure'];

/** Erases one contact with all that belongs to it, and shows the receipt. */
export function ContactsPage() {
  const words = useWords();
  const [id, setId] = useState('');
  const [asks, setAsks] = useState(false);
  const [receipt, setReceipt] = useState<Erasure | null>(null);
  const contactId = id.trim();
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (contactId) setAsks(true);
  };
  const erase = async () => {
    const path = { contactId };
    setReceipt(
      (await SERVICE.api.DELETE('/udm/v10/contacts/{contactId}', { params: { path } })).data ?? null,
    );
    setId('');
    await QUERIES.invalidateQueries();
  };
  return (
    <>
      <PageHead title={words('menu.contacts')} note={words('contacts.note')} />
      <form className={styles['form']} onSubmit={ask}>
        <TextInput
          label={words('contacts.id')}
          description={words('contacts.idHelp')}
          required
          value={id}
          onChange={({ currentTarget: { value } }) => setId(value)}
          styles={{ input: { fontFamily: 'var(--mono)' } }}
        />
        <div>
          <Button type="submit" variant="default" disabled={!contactId}>
            {words('contacts.erase')}
          </Button>
        </div>
      </form>
      {receipt && <Receipt receipt={receipt} />}
      {asks && (
        <Confirm
          title={words('contacts.question')}
          text={words('contacts.warning')}
          names={[contactId]}
          verb={words('contacts.verb')}
          onConfirm={erase}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}

function Receipt({ receipt }: { readonly receipt: Erasure }) {
  const words = useWords();
  const { number } = useQuantities();
  const { contactId, notReached, ...counts } = receipt;
  return (
    <section className={styles['receipt']} role="status">
      <h2>{words('contacts.receipt')}</h2>
      <dl>
        <dt>{words('contacts.id')}</dt>
        <dd>
          <code>{contactId}</code>
        </dd>
        {Object.entries(counts).map(([kind, count]) => (
          <div key={kind}>
            <dt>{words.named(`kind.${kind}`, kind)}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
      <h2>{words('contacts.notReached')}</h2>
      <dl>
        <dt>{words('contacts.files')}</dt>
        <dd>{number(notReached.files)}</dd>
        {notReached.filesUntil !== '' && (
          <>
            <dt>{words('contacts.filesUntil')}</dt>
            <dd>
              <Moment at={notReached.filesUntil} />
            </dd>
          </>
        )}
        <dt>{words('contacts.runs')}</dt>
        <dd>{number(notReached.runs)}</dd>
        <dt>{words('contacts.backupsUntil')}</dt>
        <dd>
          <Moment at={notReached.backupsUntil} />
        </dd>
      </dl>
    </section>
  );
}
