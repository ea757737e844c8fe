import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { mailOf, WEBHOOK_EVENTS } from '../../../model/webhook.ts';
import { BusyButton } from '../../parts/busy-button.tsx';
import { CutName } from '../../parts/cut-name.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { may, useMe } from '../../service/me.ts';
import {
  renewWebhook,
  switchWebhook,
  tryWebhook,
  type StreamRow,
  type TestOutcome,
  type HookKind,
  type WebhookRow,
} from '../../service/webhooks.ts';
import { useWords } from '../../words/use-words.tsx';
import { answerText, shownAddress } from './answer-text.ts';
import styles from './notifications.module.css';

interface WebhookCardProps {
  readonly told: HookKind;
  readonly webhook: WebhookRow | StreamRow;
  readonly onSecret: (secret: string) => void;
  readonly onDeliveries: () => void;
  readonly onRemove: () => void;
}

/** One address: what it is told, how it stands, and what can be done with it. */
export function WebhookCard({ told, webhook, onSecret, onDeliveries, onRemove }: WebhookCardProps) {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const [outcome, setOutcome] = useState<TestOutcome | null>(null);
  const [busy, setBusy] = useState(false);
  const { id, url, enabled } = webhook;
  const act = async (what: () => Promise<void>) => {
    setBusy(true);
    try {
      await what();
    } catch (refused) {
      notices.failed(refused);
    } finally {
      setBusy(false);
    }
  };
  const test = () => act(async () => setOutcome((await tryWebhook(told, id)) ?? null));
  const writes = may(me, told === 'audit' ? 'audit.stream' : 'jobs.write');
  const mail = mailOf(url) !== null;
  return (
    <li className={styles['card']}>
      <h2 className={styles['url']}>
        <CutName name={shownAddress(url)} most={64} />
      </h2>
      <Standing webhook={webhook} />
      <p className={styles['what']}>
        {'takenTo' in webhook ? (
          words('streams.takenTo', { id: webhook.takenTo })
        ) : (
          <Subjects webhook={webhook} />
        )}
      </p>
      {outcome && (
        <p className={styles['outcome']} data-tone={outcome.delivered ? 'good' : 'bad'} role="status">
          {outcome.delivered && mail
            ? words('webhooks.mailTaken')
            : words(outcome.delivered ? 'webhooks.taken' : 'webhooks.notTaken', {
                answer: answerText(outcome),
              })}
        </p>
      )}
      <div className={styles['acts']}>
        <Button size="compact-sm" variant="default" onClick={onDeliveries}>
          {words('webhooks.deliveries')}
        </Button>
        {writes && (
          <>
            <BusyButton size="compact-sm" variant="default" busy={busy} onClick={() => void test()}>
              {words('webhooks.test')}
            </BusyButton>
            {!mail && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => void act(async () => onSecret(await renewWebhook(told, id)))}
              >
                {words('webhooks.renew')}
              </Button>
            )}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void act(() => switchWebhook(told, id, !enabled))}
            >
              {words(enabled ? 'webhooks.disable' : 'webhooks.enable')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={onRemove}>
              {words('webhooks.remove')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** What of is told, and of which job. */
function Subjects({ webhook: { events, jobId } }: { readonly webhook: WebhookRow }) {
  const words = useWords();
  return (
    <>
      {events.length === WEBHOOK_EVENTS.length
        ? words('webhooks.everything')
        : events.map((event) => words(`webhooks.${event}`)).join(' · ')}
      {' · '}
      {jobId === null ? (
        words('webhooks.allJobs')
      ) : (
        <Link href={`/jobs/${jobId}`}>{words('webhooks.ofJob', { id: jobId })}</Link>
      )}
    </>
  );
}

/** Whether it is told anything, and since when it does not take it. */
function Standing({
  webhook: { enabled, disabledBy, failingSince, previousSecretUntil },
}: {
  readonly webhook: WebhookRow | StreamRow;
}) {
  const words = useWords();
  const tone = enabled ? (failingSince ? 'amber' : 'green') : disabledBy === 'failures' ? 'red' : 'grey';
  const word = enabled
    ? failingSince
      ? 'webhooks.failing'
      : 'webhooks.enabled'
    : disabledBy === 'failures'
      ? 'webhooks.disabledByFailures'
      : 'webhooks.disabled';
  return (
    <p className={styles['standing']}>
      <span className={styles['dot']} data-tone={tone} aria-hidden="true" />
      {words(word)}
      {failingSince && <Moment at={failingSince} />}
      {previousSecretUntil && (
        <span className={styles['quiet']}>
          {words('webhooks.previous')} <Moment at={previousSecretUntil} />
        </span>
      )}
    </p>
  );
}
