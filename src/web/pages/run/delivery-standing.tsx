import type { components } from '../../../client/api.d.ts';
import styles from '../../parts/status.module.css';
import { useWords } from '../../words/use-words.tsx';

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
    <span className={styles['status']} data-tone={tone}>
      <span className={styles['line']}>
        <span className={styles['dot']} aria-hidden="true" />
        <span className={styles['word']}>{words(`delivery.${state}`)}</span>
      </span>
    </span>
  );
}
