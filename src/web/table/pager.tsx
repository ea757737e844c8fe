import { ActionIcon, NativeSelect } from '@mantine/core';
import { PAGE_SIZES, rowsShown, type ListState } from '../address/list-state.ts';
import { Icon } from '../parts/icon.tsx';
import { useQuantities } from '../words/use-quantities.ts';
import { useWords } from '../words/use-words.tsx';
import styles from './pager.module.css';

interface PagerProps {
  /** Of which list. */
  readonly label: string;
  readonly state: ListState;
  readonly count: number;
  readonly onState: (next: ListState) => void;
}

/** Which rows of how many, and the way to the others. */
export function Pager({ label, state, count, onState }: PagerProps) {
  const words = useWords();
  const { number } = useQuantities();
  const { first, last } = rowsShown(state, count);
  const to = (page: number) => onState({ ...state, page });
  return (
    <nav className={styles['pager']} aria-label={`${words('pager.label')}: ${label}`}>
      <NativeSelect
        size="xs"
        aria-label={words('list.pageSize')}
        value={String(state.size)}
        data={PAGE_SIZES.map(String)}
        onChange={({ currentTarget }) => onState({ ...state, page: 1, size: Number(currentTarget.value) })}
      />
      <span className={styles['per']}>{words('pager.perPage')}</span>
      <span className={styles['rows']} role="status">
        {words('pager.rows', { first: number(first), last: number(last), count: number(count) })}
      </span>
      <ActionIcon
        variant="default"
        size="md"
        aria-label={words('list.previous')}
        disabled={state.page <= 1}
        onClick={() => to(state.page - 1)}
      >
        <Icon name="left" size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="md"
        aria-label={words('list.next')}
        disabled={last >= count}
        onClick={() => to(state.page + 1)}
      >
        <Icon name="right" size={16} />
      </ActionIcon>
    </nav>
  );
}
