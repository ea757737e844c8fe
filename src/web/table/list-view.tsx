import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { withFilter } from '../address/list-state.ts';
import { hint } from '../parts/hint.ts';
import { Icon } from '../parts/icon.tsx';
import { ProblemBox } from '../parts/problem-box.tsx';
import type { Listed } from '../service/lists.ts';
import { useWords } from '../words/use-words.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { DataTable, type DataTableProps } from './data-table.tsx';
import { FilterChips } from './filter-chips.tsx';
import { NoMatch } from './no-match.tsx';
import { Pager } from './pager.tsx';
import { SearchField } from './search-field.tsx';
import { usePicked, type Picked } from './use-picked.ts';
import { useSticky } from './use-sticky.ts';
import styles from './list-view.module.css';

/** As much of an answer as a list shows. */
export interface ListAnswer<Row> {
  readonly data: Listed<Row> | undefined;
  readonly error: unknown;
  /** True while what is shown is the page before. */
  readonly isPlaceholderData: boolean;
  readonly refetch: () => Promise<unknown>;
}

interface ListViewProps<Row> extends Omit<DataTableProps<Row>, 'rows' | 'stale' | 'picks' | 'empty'> {
  readonly query: ListAnswer<Row>;
  /** The filter that the search field sets; without one there is no field. */
  readonly search?: { readonly name: string; readonly label: string };
  /** What stands where the list has nothing at all. */
  readonly none: ReactNode;
  /** What can be done with the rows that are chosen; without it none can be. */
  readonly bulk?: (picked: Picked<Row>) => ReactNode;
  /** How many things a row stands for; one unless it says otherwise. */
  readonly weigh?: (row: Row) => number;
}

/** A list with everything around it: search, filters, what is chosen, pages, and what it says when it is empty or fails. */
export function ListView<Row extends object>(props: ListViewProps<Row>) {
  const { query, search, none, bulk, columns, state, onState, name, rowId, weigh } = props;
  const words = useWords();
  const [version, setVersion] = useState(0);
  const rows = query.data?.items ?? null;
  const count = query.data?.count ?? 0;
  const { picks, picked, chooseAll } = usePicked({
    rows: rows ?? [],
    rowId,
    count,
    filters: state.filters,
    ...(weigh ? { weigh } : {}),
  });
  const { sticky, onSticky } = useSticky(name, state, onState);
  const filtered = Object.keys(state.filters).length > 0;
  if (query.error && !query.data)
    return <ProblemBox error={query.error} retry={() => void query.refetch()} />;
  return (
    <div className={styles['view']}>
      <div className={styles['tools']}>
        {search && (
          <SearchField
            label={search.label}
            value={state.filters[search.name] ?? ''}
            onValue={(value) => onState(withFilter(state, search.name, value || null))}
          />
        )}
        <FilterChips columns={columns} state={state} onState={onState} />
        {(filtered || sticky) && (
          <Checkbox
            size="xs"
            label={words('filter.keep')}
            checked={sticky}
            onChange={({ currentTarget }) => onSticky(currentTarget.checked)}
          />
        )}
        <span className={styles['gap']} />
        <ActionIcon
          {...hint(words('list.refresh'))}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={words('list.refresh')}
          onClick={() => void query.refetch()}
        >
          <Icon name="refresh" size={17} />
        </ActionIcon>
        <ColumnMenu name={name} columns={columns} onChange={() => setVersion((old) => old + 1)} />
      </div>
      {bulk && picked.count > 0 && (
        <div className={styles['bulk']} role="region" aria-label={words('table.bulk')}>
          <strong>{words.count(picked.all ? 'table.allChosen' : 'table.chosen', picked.count)}</strong>
          {chooseAll && (
            <Button variant="subtle" size="compact-sm" onClick={chooseAll}>
              {words.count('table.chooseAll', count)}
            </Button>
          )}
          {bulk(picked)}
          <Button variant="subtle" color="gray" size="compact-sm" onClick={picked.clear}>
            {words('table.unchoose')}
          </Button>
        </div>
      )}
      <DataTable
        {...props}
        key={version}
        rows={rows}
        stale={query.isPlaceholderData}
        picks={bulk ? picks : null}
        empty={filtered ? <NoMatch onClear={() => onState({ ...state, page: 1, filters: {} })} /> : none}
      />
      {query.data && query.data.count > 0 && (
        <Pager label={props.label} state={state} count={query.data.count} onState={onState} />
      )}
    </div>
  );
}
