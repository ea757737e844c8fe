import { ActionIcon, Checkbox, Menu, Tooltip } from '@mantine/core';
import { useState, type KeyboardEvent, type MouseEvent } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.tsx';
import type { Column, RowAction } from './column.ts';
import styles from './data-table.module.css';

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
      {columns.map((column) => (
        <td
          key={column.id}
          data-label={words(column.word)}
          data-right={column.right || undefined}
          data-lead={column.lead || undefined}
          data-minor={column.minor || undefined}
        >
          <div className={styles['cell']}>{column.cell(row)}</div>
        </td>
      ))}
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
    <Tooltip label={refused ?? label} openDelay={300} multiline maw={280}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`${label}: ${row}`}
        aria-disabled={refused !== null || undefined}
        className={refused === null ? '' : (styles['refused'] ?? '')}
        onClick={() => refused === null && run()}
      >
        <Icon name={icon} size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

interface RowMenuProps {
  readonly actions: readonly RowAction[];
  readonly label: string;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

function RowMenu({ actions, label, open, onOpen }: RowMenuProps) {
  const words = useWords();
  return (
    <Menu position="bottom-end" opened={open} onChange={onOpen} width={260}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={words('table.more', { name: label })}>
          <Icon name="more" size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(({ id, label: text, icon, refused, danger, run }) => (
          <Menu.Item
            key={id}
            leftSection={<Icon name={icon} size={16} />}
            aria-disabled={refused !== null || undefined}
            className={refused === null ? '' : (styles['refused'] ?? '')}
            data-danger={danger || undefined}
            closeMenuOnClick={refused === null}
            onClick={() => refused === null && run()}
          >
            {text}
            {refused !== null && <span className={styles['why']}>{refused}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
