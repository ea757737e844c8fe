import { Button } from '@mantine/core';
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import { useMemo, useRef } from 'react';
import { MAX_FILTERS } from '../../../../model/filter.ts';
import { Icon } from '../../../parts/icon.tsx';
import { useAttributes } from '../../../service/answers.ts';
import { useWords } from '../../../words/use-words.tsx';
import type { PartProps } from '../job-editor.tsx';
import { newRow, type FilterRow } from './filter-form.ts';
import { FilterLine, type KnownMember } from './filter-line.tsx';
import styles from './filters.module.css';

/** What records have to be, a row each, and a button for one more. */
export function FilterRows({ form, set, wrong, locked }: PartProps) {
  const words = useWords();
  const { data = [] } = useAttributes(form.type === 'Contact' ? 'contact' : 'interaction');
  const known = useMemo(() => new Map(data.map((one): [string, KnownMember] => [one.name, one])), [data]);
  const list = useRef<HTMLDivElement>(null);
  const { filters } = form;
  const full = filters.length >= MAX_FILTERS;
  const put = (rows: readonly FilterRow[]) => set({ filters: rows });
  const focus = (where: string) =>
    // Once the row is there, or gone.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(where)?.focus());
  const add = () => {
    put([...filters, newRow(filters)]);
    focus('[data-filter]:last-of-type input');
  };
  const remove = (id: number) => {
    put(filters.filter((row) => row.id !== id));
    focus('[data-add]');
  };
  return (
    <div ref={list} className={styles['rows']}>
      {filters.map((row, index) => (
        <FilterLine
          key={row.id}
          row={row}
          index={index}
          known={known}
          wrong={wrong}
          onRow={(changed) => put(filters.map((one) => (one.id === row.id ? changed : one)))}
          onRemove={() => remove(row.id)}
        />
      ))}
      {wrong.filters && <p className={styles['wrong']}>{wrong.filters}</p>}
      {!locked && (
        <Button
          data-add
          className={styles['add'] ?? ''}
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="plus" size={14} />}
          disabled={full}
          onClick={add}
        >
          {full ? words('filters.full', { max: MAX_FILTERS }) : words('filters.add')}
        </Button>
      )}
    </div>
  );
}
