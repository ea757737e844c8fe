import { ActionIcon, Menu } from '@mantine/core';
import { nextOrder, withFilter, type ListState } from '../address/list-state.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.tsx';
import type { Column } from './column.ts';
import { TextFilter } from './text-filter.tsx';
import styles from './data-table.module.css';

interface HeaderCellProps<Row> {
  readonly column: Column<Row>;
  readonly width: number;
  readonly onResize: (event: unknown) => void;
  readonly state: ListState;
  readonly onState: (next: ListState) => void;
}

/** A header: its name sorts, its funnel filters, its edge widens. */
export function HeaderCell<Row>({ column, width, onResize, state, onState }: HeaderCellProps<Row>) {
  const words = useWords();
  const { order, filter, right } = column;
  const sorted = order !== undefined && state.order?.field === order ? state.order : null;
  const sort = sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined;
  return (
    <th
      scope="col"
      style={column.lead ? undefined : { width }}
      data-minor={column.minor || undefined}
      aria-sort={order === undefined ? undefined : (sort ?? 'none')}
      data-right={right || undefined}
    >
      <span className={styles['head']}>
        {order === undefined ? (
          <span className={styles['title']}>{words(column.word)}</span>
        ) : (
          <button
            type="button"
            className={styles['sort']}
            onClick={() => onState({ ...state, page: 1, order: nextOrder(state.order, order) })}
          >
            <span className={styles['title']}>{words(column.word)}</span>
            <span className={styles['arrow']} data-on={sort}>
              <Icon name="up" size={13} />
            </span>
          </button>
        )}
        {filter && !filter.choices && (
          <TextFilter
            label={words('table.filterBy', { column: words(column.word) })}
            value={state.filters[filter.name] ?? null}
            onValue={(value) => onState(withFilter(state, filter.name, value))}
          />
        )}
        {filter?.choices && (
          <FilterMenu
            label={words('table.filterBy', { column: words(column.word) })}
            choices={filter.choices}
            value={state.filters[filter.name] ?? null}
            onValue={(value) => onState(withFilter(state, filter.name, value))}
          />
        )}
      </span>
      <span className={styles['edge']} onMouseDown={onResize} onTouchStart={onResize} aria-hidden="true" />
    </th>
  );
}

interface FilterMenuProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  readonly onValue: (value: string | null) => void;
}

function FilterMenu({ label, choices, value, onValue }: FilterMenuProps) {
  const words = useWords();
  const check = <Icon name="check" size={15} />;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon
          variant={value ? 'light' : 'subtle'}
          color={value ? 'blue' : 'gray'}
          size="sm"
          aria-label={label}
        >
          <Icon name="filter" size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item rightSection={value === null ? check : null} onClick={() => onValue(null)}>
          {words('filter.all')}
        </Menu.Item>
        <Menu.Divider />
        {choices.map((choice) => (
          <Menu.Item
            key={choice.value}
            rightSection={value === choice.value ? check : null}
            onClick={() => onValue(choice.value)}
          >
            {choice.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
