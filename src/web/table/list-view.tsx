import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { withFilter } from '../address/list-state.ts';
import { Icon } from '../parts/icon.tsx';
import { ProblemBox } from '../parts/problem-box.tsx';
import type { Listed } from '../service/lists.ts';
import { useWords } from '../words/use-words.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { DataTable, type DataTableProps } from './data-table.tsx';
import { FilterChips } from './filter-chips.tsx';
import { Pager } from './pager.tsx';
import styles from './list-view.module.css';

interface ListViewProps<Row> extends Omit<
  DataTableProps<Row>,
  'rows' | 'stale' | 'chosen' | 'onChosen' | 'empty'
> {
  readonly query: UseQueryResult<Listed<Row>>;
  /** The filter that the search field sets. */
  readonly search: { readonly name: string; readonly label: string };
  /** What stands where the list has nothing at all. */
  readonly none: ReactNode;
  /** What can be done with the rows that are chosen. */
  readonly bulk: (rows: readonly Row[], done: () => void) => ReactNode;
}

/** A list with everything around it: search, filters, what is chosen, pages, and what it says when it is empty or fails. */
export function ListView<Row extends object>(props: ListViewProps<Row>) {
  const { query, search, none, bulk, columns, state, onState, name, rowId } = props;
  const words = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [version, setVersion] = useState(0);
  const rows = query.data?.items ?? null;
  const picked = (rows ?? []).filter((row) => chosen.has(rowId(row)));
  const filtered = Object.keys(state.filters).length > 0;
  if (query.error && !query.data)
    return <ProblemBox error={query.error} retry={() => void query.refetch()} />;
  return (
    <div className={styles['view']}>
      <div className={styles['tools']}>
        <SearchField
          label={search.label}
          value={state.filters[search.name] ?? ''}
          onValue={(value) => onState(withFilter(state, search.name, value || null))}
        />
        <FilterChips columns={columns} state={state} onState={onState} />
        <span className={styles['gap']} />
        <Tooltip label={words('list.refresh')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={words('list.refresh')}
            onClick={() => void query.refetch()}
          >
            <Icon name="refresh" size={17} />
          </ActionIcon>
        </Tooltip>
        <ColumnMenu name={name} columns={columns} onChange={() => setVersion((old) => old + 1)} />
      </div>
      {picked.length > 0 && (
        <div className={styles['bulk']} role="region" aria-label={words('table.bulk')}>
          <strong>{words.count('table.chosen', picked.length)}</strong>
          {bulk(picked, () => setChosen(new Set()))}
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setChosen(new Set())}>
            {words('table.unchoose')}
          </Button>
        </div>
      )}
      <DataTable
        {...props}
        key={version}
        rows={rows}
        stale={query.isPlaceholderData}
        chosen={chosen}
        onChosen={setChosen}
        empty={filtered ? <NoMatch onClear={() => onState({ ...state, page: 1, filters: {} })} /> : none}
      />
      {query.data && query.data.count > 0 && (
        <Pager state={state} count={query.data.count} onState={onState} />
      )}
    </div>
  );
}

function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const words = useWords();
  return (
    <div className={styles['none']}>
      <p>{words('filter.none')}</p>
      <Button variant="default" size="sm" onClick={onClear}>
        {words('filter.clear')}
      </Button>
    </div>
  );
}

const TYPING_MS = 300;

/** Searches while somebody types, a moment after the last key; `/` brings the cursor here from anywhere. */
function SearchField({
  label,
  value,
  onValue,
}: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const [last, setLast] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  if (value !== last) {
    setLast(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onValue(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onValue]);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);
  return (
    <TextInput
      ref={field}
      type="search"
      className={styles['search'] ?? ''}
      aria-label={label}
      placeholder={label}
      leftSection={<Icon name="search" size={16} />}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
}

/** Whether a key belongs to a field and is no short cut. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
