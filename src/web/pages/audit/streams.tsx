import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { AddButton } from '../../parts/add-button.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { SecretDialog } from '../../parts/secret-dialog.tsx';
import { dropWebhook, makeStream, useStreams, type StreamRow } from '../../service/webhooks.ts';
import { useWords } from '../../words/use-words.tsx';
import { Deliveries } from '../notifications/deliveries.tsx';
import list from '../notifications/notifications.module.css';
import { WebhookCard } from '../notifications/webhook-card.tsx';
import styles from './audit.module.css';

/** What stands open over the page. */
type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'deliveries' | 'remove'; readonly stream: StreamRow };

/** Addresses that the log is streamed to, for a system that watches over several. */
export function Streams() {
  const words = useWords();
  const notices = useNotices();
  const { data: streams, error, refetch } = useStreams();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const show = (secret: string) => setOpen({ kind: 'secret', secret });
  if (error) return <ProblemBox error={error} retry={() => void refetch()} />;
  if (!streams) return null;
  return (
    <section className={styles['chain']}>
      <h2>{words('streams.title')}</h2>
      <p>{words('streams.note')}</p>
      <ul className={list['list']}>
        {streams.map((stream) => (
          <WebhookCard
            key={stream.id}
            told="audit"
            webhook={stream}
            onSecret={show}
            onDeliveries={() => setOpen({ kind: 'deliveries', stream })}
            onRemove={() => setOpen({ kind: 'remove', stream })}
          />
        ))}
        <li>
          <AddButton
            quiet
            label={words('streams.add')}
            needs="audit.stream"
            onClick={() => setOpen({ kind: 'add' })}
          />
        </li>
      </ul>
      {open?.kind === 'add' && <AddStream onMade={show} onClose={close} />}
      {open?.kind === 'secret' && (
        <SecretDialog
          title={words('streams.secretTitle')}
          note={words('webhooks.secretNote')}
          values={[{ label: words('webhooks.secret'), text: open.secret }]}
          onClose={close}
        />
      )}
      {open?.kind === 'deliveries' && <Deliveries told="audit" webhook={open.stream} onClose={close} />}
      {open?.kind === 'remove' && (
        <Confirm
          title={words('webhooks.removeTitle')}
          text={words('streams.removeText')}
          names={[open.stream.url]}
          verb={words('webhooks.removeVerb')}
          onConfirm={async () => {
            await dropWebhook('audit', open.stream.id);
            notices.told(words('webhooks.removed'));
          }}
          onClose={close}
        />
      )}
    </section>
  );
}

function AddStream({
  onMade,
  onClose,
}: {
  readonly onMade: (secret: string) => void;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const [url, setUrl] = useState('');
  return (
    <FormDialog
      title={words('streams.add')}
      note={words('streams.addNote')}
      verb={words('webhooks.addVerb')}
      onSubmit={async () => onMade(await makeStream(url.trim()))}
      onClose={onClose}
    >
      <TextInput
        label={words('webhooks.url')}
        value={url}
        onChange={({ currentTarget: { value } }) => setUrl(value)}
        autoComplete="off"
        data-autofocus
        required
      />
    </FormDialog>
  );
}
