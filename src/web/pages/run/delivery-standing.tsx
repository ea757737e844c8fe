import type { components } from '../../../client/api.d.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './delivery.module.css';

type Shown = components['schemas']['Delivery'];

const TONES = {
  waiting: 'grey',
  delivering: 'blue',
  delivered: 'green',
  failed: 'red',
  ended: 'grey',
} as const satisfies Record<Shown['state'], string>;

/** How a delivery stands, as a dot and a word: one that waits after a fault is amber. */
export function DeliveryStanding({ delivery: { state, code } }: { readonly delivery: Shown }) {
  const words = useWords();
  const tone = state === 'waiting' && code !== '' ? 'amber' : TONES[state];
  return (
    <span className={styles['state']}>
      <span className={styles['dot']} data-tone={tone} aria-hidden="true" />
      {words(`delivery.${state}`)}
    </span>
  );
}
