import { useState } from 'react';
import { AddButton } from '../../parts/add-button.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { OnItsWay } from '../../parts/loading.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { SecretDialog } from '../../parts/secret-dialog.tsx';
import { dropWebhook, useWebhooks, type WebhookRow } from '../../service/webhooks.ts';
import { useWords } from '../../words/use-words.tsx';
import { AddWebhook } from './add-webhook.tsx';
import { shownAddress } from './answer-text.ts';
import { Deliveries } from './deliveries.tsx';
import { WebhookCard } from './webhook-card.tsx';
import styles from './notifications.module.css';

/** What stands open over the page. */
type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'deliveries' | 'remove'; readonly webhook: WebhookRow };

/** Addresses that are told what happens: to runs, files and certificates. */
export function NotificationsPage() {
  const words = useWords();
  const notices = useNotices();
  const { data: webhooks, error, isPending, refetch } = useWebhooks();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const add = () => setOpen({ kind: 'add' });
  const show = (secret: string) => setOpen({ kind: 'secret', secret });
  const made = (secret: string) => {
    if (secret !== '') return show(secret);
    close();
    notices.told(words('webhooks.added'));
  };
  return (
    <>
      <PageHead
        title={words('menu.notifications')}
        note={words('webhooks.note')}
        action={<AddButton label={words('webhooks.add')} needs="jobs.write" onClick={add} />}
      />
      {isPending && <OnItsWay />}
      {error && <ProblemBox error={error} retry={() => void refetch()} />}
      {webhooks?.length === 0 && (
        <Empty
          icon="bell"
          text={words('webhooks.none')}
          action={<AddButton quiet label={words('webhooks.first')} needs="jobs.write" onClick={add} />}
        />
      )}
      <ul className={styles['list']}>
        {(webhooks ?? []).map((webhook) => (
          <WebhookCard
            key={webhook.id}
            told="events"
            webhook={webhook}
            onSecret={show}
            onDeliveries={() => setOpen({ kind: 'deliveries', webhook })}
            onRemove={() => setOpen({ kind: 'remove', webhook })}
          />
        ))}
      </ul>
      {open?.kind === 'add' && <AddWebhook onMade={made} onClose={close} />}
      {open?.kind === 'secret' && (
        <SecretDialog
          title={words('webhooks.secretTitle')}
          note={words('webhooks.secretNote')}
          values={[{ label: words('webhooks.secret'), text: open.secret }]}
          onClose={close}
        />
      )}
      {open?.kind === 'deliveries' && <Deliveries told="events" webhook={open.webhook} onClose={close} />}
      {open?.kind === 'remove' && (
        <Confirm
          title={words('webhooks.removeTitle')}
          text={words('webhooks.removeText')}
          names={[shownAddress(open.webhook.url)]}
          verb={words('webhooks.removeVerb')}
          onConfirm={async () => {
            await dropWebhook('events', open.webhook.id);
            notices.told(words('webhooks.removed'));
          }}
          onClose={close}
        />
      )}
    </>
  );
}
