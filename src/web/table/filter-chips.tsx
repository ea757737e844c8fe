import { Button, CloseButton } from '@mantine/core';
import { withFilter, type ListState } from '../address/list-state.ts';
import { useWords } from '../words/use-words.tsx';
import type { Column } from './column.ts';
import styles from './filter-chips.module.css';

interface FilterChipsProps {
  readonly columns: readonly Column<never>[];
  readonly state: ListState;
  readonly onState: (next: ListState) => void;
}

/** What the list is filtered by; each goes with a click, all with one. */
export function FilterChips({ columns, state, onState }: FilterChipsProps) {
  const words = useWords();
  const chips = Object.entries(state.filters).flatMap(([name, value]) => {
    const column =
      columns.find(({ filter }) => filter?.name === name) ?? columns.find(({ id }) => id === name);
    const label = column?.filter?.choices?.find((choice) => choice.value === value)?.label ?? value;
    const what = words.named(`filter.${name}`, column ? words(column.word) : name);
    return [{ name, text: `${what}: ${label}` }];
  });
  if (chips.length === 0) return null;
  return (
    <>
      {chips.map(({ name, text }) => (
        <span key={name} className={styles['chip']}>
          <span className={styles['text']}>{text}</span>
          <CloseButton
            size="xs"
            aria-label={words('filter.remove', { name: text })}
            onClick={() => onState(withFilter(state, name, null))}
          />
        </span>
      ))}
      <Button variant="subtle" size="compact-sm" onClick={() => onState({ ...state, page: 1, filters: {} })}>
        {words('filter.clear')}
      </Button>
    </>
  );
}
