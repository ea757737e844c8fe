import { Checkbox } from '@mantine/core';
import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import type { ListState } from '../address/list-state.ts';
import { useWords } from '../words/use-words.tsx';
import type { Column, RowAction } from './column.ts';
import { HeaderCell } from './header-cell.tsx';
import { RowLine, type RowPick } from './row-line.tsx';
import { useColumnChoice } from './use-column-choice.ts';
import styles from './data-table.module.css';

const FEATURES = tableFeatures({ columnVisibilityFeature, columnSizingFeature, columnResizingFeature });
const SKELETONS = 8;
/** Pixels beside the columns: the boxes and the row's actions, of which a set has one more. */
const BESIDE = 136;
const BESIDE_SETS = 168;

/** The rows that are chosen, by their ids. */
export interface Picks {
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (next: ReadonlySet<string>) => void;
}

export interface DataTableProps<Row> {
  /** Under which a browser keeps the widths and the columns that are shown. */
  readonly name: string;
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** Null while the first ones load. */
  readonly rows: readonly Row[] | null;
  readonly rowId: (row: Row) => string;
  readonly rowLabel: (row: Row) => string;
  readonly state: ListState;
  readonly onState: (next: ListState) => void;
  readonly actions: (row: Row) => readonly RowAction[];
  /** Which rows are chosen; null where rows are not chosen at all. */
  readonly picks: Picks | null;
  /** True while newer rows are on their way: the old ones stay, dimmed. */
  readonly stale: boolean;
  /** What stands in the place of rows where there are none. */
  readonly empty: ReactNode;
  /** Rows that unfold below one; none where it stands for itself. */
  readonly members?: (row: Row) => readonly Row[];
}

/** A list: columns that can be sorted, filtered, widened and hidden, and rows that can be chosen and acted upon. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rows, rowId, state, onState, picks } = props;
  const words = useWords();
  const choice = useColumnChoice(props.name, columns);
  const defs = useMemo(
    () => columns.map(({ id, width }) => ({ id, size: width, minSize: 64, accessorFn: () => null })),
    [columns],
  );
  const data = useMemo(() => [...(rows ?? [])], [rows]);
  const table = useTable({
    features: FEATURES,
    columns: defs,
    data,
    getRowId: rowId,
    columnResizeMode: 'onEnd' as const,
    state: choice.state,
    onColumnVisibilityChange: choice.onVisibility,
    onColumnSizingChange: choice.onSizing,
  });
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  // As one text: the table makes another array each time, and the rows were drawn anew for it.
  const visible = table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join(' ');
  const shown = useMemo(
    () =>
      visible.split(' ').flatMap((id): Column<Row>[] => {
        const column = byId.get(id);
        if (!column) return [];
        const { minor: _, ...whole } = column;
        // What somebody has switched on is there, however narrow the list.
        return [choice.asked[id] ? whole : column];
      }),
    [visible, byId, choice.asked],
  );
  const least = shown.reduce(
    (sum, { id, minor }) => sum + (minor ? 0 : (table.getColumn(id)?.getSize() ?? 0)),
    0,
  );
  return (
    <div className={styles['frame']} tabIndex={0} role="region" aria-label={props.label}>
      <table
        className={styles['table']}
        aria-busy={rows === null || props.stale}
        data-stale={props.stale || undefined}
        data-folds={props.members ? true : undefined}
        data-picks={picks ? true : undefined}
        // A property of a style sheet, which the types of React do not know.
        style={{ '--least': `${least + (props.members ? BESIDE_SETS : BESIDE)}px` } as CSSProperties}
      >
        <thead>
          <tr>
            {picks && <PickAll picks={picks} ids={data.map(rowId)} />}
            {table.getFlatHeaders().map((header) => {
              const column = shown.find(({ id }) => id === header.column.id);
              return column ? (
                <HeaderCell
                  key={header.id}
                  column={column}
                  width={header.getSize()}
                  onResize={header.getResizeHandler()}
                  state={state}
                  onState={onState}
                />
              ) : null;
            })}
            <th className={styles['acts']} scope="col">
              <span className={styles['unseen']}>{words('table.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows === null &&
            Array.from({ length: SKELETONS }, (_, index) => (
              <tr key={index} className={styles['skeleton']} aria-hidden="true">
                <Across columns={shown} picks={picks !== null}>
                  <span />
                </Across>
              </tr>
            ))}
          {data.map((row) => (
            <Rows key={rowId(row)} table={props} row={row} columns={shown} />
          ))}
          {rows?.length === 0 && (
            <tr className={styles['none']}>
              <Across columns={shown} picks={picks !== null}>
                {props.empty}
              </Across>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

interface RowsProps<Row> {
  readonly table: DataTableProps<Row>;
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
}

/** A row, and below it those that it stands for once somebody unfolds it. */
function Rows<Row>({ table, row, columns }: RowsProps<Row>) {
  const { actions, rowId, rowLabel, picks } = table;
  const [open, setOpen] = useState(false);
  const members = table.members?.(row) ?? [];
  const lineOf = (one: Row) => ({ row: one, columns, actions: actions(one), label: rowLabel(one) });
  return (
    <>
      <RowLine
        {...lineOf(row)}
        pick={picks && pickOf(picks, rowId(row))}
        fold={members.length > 0 ? { open, onToggle: () => setOpen(!open) } : null}
      />
      {open &&
        members.map((member) => (
          <RowLine key={rowId(member)} {...lineOf(member)} pick={picks && 'none'} fold={null} />
        ))}
    </>
  );
}

interface AcrossProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly picks: boolean;
  readonly children: ReactNode;
}

/** Something across all columns. One cell that spanned those that a narrow list does without, too, would make them anew. */
function Across<Row>({ columns, picks, children }: AcrossProps<Row>) {
  const minor = columns.filter((column) => column.minor);
  return (
    <>
      <td colSpan={columns.length - minor.length + (picks ? 2 : 1)}>{children}</td>
      {minor.map((column) => (
        <td key={column.id} data-minor={column.minor} />
      ))}
    </>
  );
}

/** Chooses every row of the page, or none. */
function PickAll({ picks, ids }: { readonly picks: Picks; readonly ids: readonly string[] }) {
  const words = useWords();
  const { chosen, onChosen } = picks;
  const all = ids.length > 0 && ids.every((id) => chosen.has(id));
  return (
    <th className={styles['pick']} scope="col">
      <Checkbox
        size="xs"
        aria-label={words('list.selectAll')}
        checked={all}
        indeterminate={!all && ids.some((id) => chosen.has(id))}
        onChange={() =>
          onChosen(new Set([...[...chosen].filter((id) => !ids.includes(id)), ...(all ? [] : ids)]))
        }
        disabled={ids.length === 0}
      />
    </th>
  );
}

/** What a row's box shows, and what a click on it does. */
function pickOf({ chosen, onChosen }: Picks, id: string): RowPick {
  return {
    on: chosen.has(id),
    onChange: (on) => {
      const next = new Set(chosen);
      if (on) next.add(id);
      else next.delete(id);
      onChosen(next);
    },
  };
}
