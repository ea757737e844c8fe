import { ActionIcon, Checkbox } from '@mantine/core';
import { memo, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { hint } from '../parts/hint.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.tsx';
import type { Column, RowAction } from './column.ts';
import styles from './data-table.module.css';
import { RowMenu } from './row-menu.tsx';

/** Whether a row is chosen, and how that is changed. */
export interface RowPick {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

interface RowLineProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly actions: readonly RowAction[];
  /** What the row is, for the names of its controls. */
  readonly label: string;
  /** `none` where the row is chosen with the one above it; null where no row can be chosen. */
  readonly pick: RowPick | 'none' | null;
  /** Whether rows are unfolded below it; null where there are none. */
  readonly fold: { readonly open: boolean; readonly onToggle: () => void } | null;
}

/** A row. Its menu opens by its button, by a right click and by `.` from anywhere within it. */
export function RowLine<Row>({ row, columns, actions, label, pick, fold }: RowLineProps<Row>) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  // A menu of what stands beside it already says nothing new.
  const menu = actions.some(({ near }) => !near);
  const byMouse = (event: MouseEvent) => {
    if (!menu || window.getSelection()?.toString()) return;
    event.preventDefault();
    setOpen(true);
  };
  const byKey = (event: KeyboardEvent) => {
    if (!menu || event.key !== '.' || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <tr
      className={styles['row']}
      data-chosen={(pick !== 'none' && pick?.on) || undefined}
      data-member={pick === 'none' || undefined}
      onContextMenu={byMouse}
      onKeyDown={byKey}
    >
      {pick && (
        <td className={styles['pick']}>
          {pick !== 'none' && (
            <Checkbox
              size="xs"
              aria-label={words('table.selectRow', { name: label })}
              checked={pick.on}
              onChange={({ currentTarget }) => pick.onChange(currentTarget.checked)}
            />
          )}
        </td>
      )}
      <Cells row={row} columns={columns} />
      <td className={styles['acts']}>
        <span className={styles['buttons']}>
          {fold && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={words('table.unfold', { name: label })}
              aria-expanded={fold.open}
              onClick={fold.onToggle}
            >
              <Icon name={fold.open ? 'down' : 'right'} size={16} />
            </ActionIcon>
          )}
          {actions
            .filter(({ near }) => near)
            .map((action) => (
              <NearAction key={action.id} action={action} row={label} />
            ))}
          {menu && <RowMenu actions={actions} label={label} open={open} onOpen={setOpen} />}
        </span>
      </td>
    </tr>
  );
}

/** An icon that does what it says; what cannot be done says why before it is tried. */
function NearAction({ action, row }: { readonly action: RowAction; readonly row: string }) {
  const { label, icon, refused, run } = action;
  return (
    <ActionIcon
      {...hint(refused ?? label)}
      variant="subtle"
      color="gray"
      aria-label={`${label}: ${row}`}
      aria-disabled={refused !== null || undefined}
      className={refused === null ? '' : (styles['refused'] ?? '')}
      onClick={() => refused === null && run()}
    >
      <Icon name={icon} size={16} />
    </ActionIcon>
  );
}

interface CellsProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
}

function CellsOf<Row>({ row, columns }: CellsProps<Row>): ReactNode {
  const words = useWords();
  return columns.map((column) => (
    <td
      key={column.id}
      data-label={words(column.word)}
      data-right={column.right || undefined}
      data-lead={column.lead || undefined}
      data-minor={column.minor || undefined}
    >
      <div className={styles['cell']}>{column.cell(row)}</div>
    </td>
  ));
}
/** What a row shows: drawn anew when that changes, and not when it is chosen or another one is. */
const Cells = memo(CellsOf) as typeof CellsOf; // `memo` forgets the type of the row
