import type { components } from '../../client/api.d.ts';
import { useQuantities } from '../words/use-quantities.ts';
import styles from './entity-list.module.css';

/** What an archive holds, entry by entry: records, and their bytes before compression. */
export function EntityList({
  entities,
}: {
  readonly entities: readonly components['schemas']['DataEntry'][];
}) {
  const { number, size } = useQuantities();
  return (
    <dl className={styles['entities']}>
      {entities.map(({ name, records, bytes }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{number(records)}</dd>
          <dd>{size(bytes)}</dd>
        </div>
      ))}
    </dl>
  );
}
