import { ActionIcon, Menu } from '@mantine/core';
import { hint } from '../parts/hint.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.tsx';
import type { Column } from './column.ts';
import { useColumnChoice } from './use-column-choice.ts';

interface ColumnMenuProps<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly onChange: () => void;
}

/** Switches columns on and off; the choice is kept. */
export function ColumnMenu<Row>({ name, columns, onChange }: ColumnMenuProps<Row>) {
  const words = useWords();
  const { state, asked, onVisibility } = useColumnChoice(name, columns);
  const shown = state.columnVisibility;
  const toggle = (id: string) => {
    onVisibility({ ...asked, [id]: !shown[id] });
    onChange();
  };
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon
          {...hint(words('table.columns'))}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={words('table.columns')}
        >
          <Icon name="columns" size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words('table.columns')}</Menu.Label>
        {columns.map(({ id, word }) => (
          <Menu.CheckboxItem key={id} checked={shown[id] ?? false} onChange={() => toggle(id)}>
            {words(word)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
