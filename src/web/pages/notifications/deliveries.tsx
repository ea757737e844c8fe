import { CutName } from '../../parts/cut-name.tsx';
import { OnItsWay } from '../../parts/loading.tsx';
import { Moment } from '../../parts/moment.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useDeliveries, type DeliveryRow, type HookKind, type WebhookRow } from '../../service/webhooks.ts';
import { useWords } from '../../words/use-words.tsx';
import { answerText, shownAddress } from './answer-text.ts';
import styles from './notifications.module.css';

const TONES = { waiting: 'amber', delivered: 'green', 'given-up': 'red' } as const;

/** What an address was told, and what it answered. */
export function Deliveries({
  told,
  webhook,
  onClose,
}: {
  readonly told: HookKind;
  readonly webhook: Pick<WebhookRow, 'id' | 'url'>;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const { data, error, isPending, refetch } = useDeliveries(told, webhook.id);
  return (
    <SidePanel title={words('webhooks.deliveries')} width={640} onClose={onClose}>
      <CutName name={shownAddress(webhook.url)} most={64} />
      {isPending && <OnItsWay />}
      {error && <ProblemBox error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <p className={styles['quiet']}>{words('webhooks.noDeliveries')}</p>}
      <ul className={styles['deliveries']}>
        {(data ?? []).map((delivery) => (
          <DeliveryLine key={delivery.eventId} delivery={delivery} />
        ))}
      </ul>
    </SidePanel>
  );
}

function DeliveryLine({ delivery }: { readonly delivery: DeliveryRow }) {
  const words = useWords();
  const { event, eventId, at, state, tries, nextTryAt } = delivery;
  const answer = answerText(delivery);
  return (
    <li>
      <p className={styles['event']}>
        <span className={styles['dot']} data-tone={TONES[state]} aria-hidden="true" />
        {words(`webhooks.${event}`)} · {words(`webhooks.${state}`)}
        <Moment at={at} />
      </p>
      <p className={styles['quiet']}>
        <code>{eventId}</code>
        {tries > 0 && ` · ${words.count('webhooks.tries', tries)}${answer && ` · ${answer}`}`}
      </p>
      {nextTryAt && tries > 0 && (
        <p className={styles['quiet']}>
          {words('webhooks.next')} <Moment at={nextTryAt} />
        </p>
      )}
    </li>
  );
}
