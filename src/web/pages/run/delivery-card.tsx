import { useState } from 'react';
import { BusyButton } from '../../parts/busy-button.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { Size } from '../../parts/size.tsx';
import { askDelivery } from '../../service/destination.ts';
import type { RunItem } from '../../service/lists.ts';
import { may, useMe } from '../../service/me.ts';
import { useQuantities } from '../../words/use-quantities.ts';
import { useWords } from '../../words/use-words.tsx';
import { DeliveryStanding } from './delivery-standing.tsx';
import own from './delivery.module.css';
import styles from './run.module.css';

/** How far the run's files are on their way into the customer's bucket, why they wait or failed, and a way to ask again. */
export function DeliveryCard({ run }: { readonly run: RunItem }) {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const { number, size } = useQuantities();
  const [busy, setBusy] = useState(false);
  const { delivery } = run;
  if (!delivery) return null;
  const again = async () => {
    setBusy(true);
    try {
      await askDelivery(run.id);
      notices.told(words('delivery.asked'));
    } catch (refused) {
      notices.failed(refused);
    } finally {
      setBusy(false);
    }
  };
  const { state, code, nextTryAt, endedAt, files, filesDelivered, bytes, bytesDelivered } = delivery;
  const here = run.fileName !== '' && run.detail.files === undefined;
  return (
    <section className={styles['card']}>
      <h2>{words('delivery.title')}</h2>
      {code !== '' && state !== 'delivering' && (
        <p className={own['why']} data-tone={state === 'waiting' ? 'amber' : 'red'} role="note">
          {words.failure(code, {}) ?? words('error.unknown')}
        </p>
      )}
      <dl className={styles['facts']}>
        <dt>{words('column.status')}</dt>
        <dd>
          <DeliveryStanding delivery={delivery} />
        </dd>
        <dt>{words('delivery.to')}</dt>
        <dd>
          {delivery.bucket}/{delivery.prefix}
          <br />
          <span className={own['quiet']}>{delivery.endpoint}</span>
        </dd>
        <dt>{words('run.files')}</dt>
        <dd>
          {words('delivery.of', { done: number(filesDelivered), all: number(files) })} ·{' '}
          {bytesDelivered < bytes ? (
            words('delivery.of', { done: size(bytesDelivered), all: size(bytes) })
          ) : (
            <Size bytes={bytes} />
          )}
        </dd>
        {nextTryAt && (
          <>
            <dt>{words('delivery.next')}</dt>
            <dd>
              <Moment at={nextTryAt} />
            </dd>
          </>
        )}
        {endedAt && (
          <>
            <dt>{words('delivery.endedAt')}</dt>
            <dd>
              <Moment at={endedAt} />
            </dd>
          </>
        )}
      </dl>
      {here && state !== 'delivering' && may(me, 'jobs.write') && (
        <BusyButton
          className={own['again'] ?? ''}
          size="compact-sm"
          variant="default"
          busy={busy}
          onClick={() => void again()}
        >
          {words(state === 'waiting' ? 'delivery.now' : 'delivery.again')}
        </BusyButton>
      )}
    </section>
  );
}
