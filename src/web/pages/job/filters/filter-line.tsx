import { ActionIcon, Autocomplete, NativeSelect } from '@mantine/core';
import { MAX_NAME } from '../../../../model/filter.ts';
import { Icon } from '../../../parts/icon.tsx';
import { useWords } from '../../../words/use-words.tsx';
import { choiceKey } from '../../../words/filter-text.ts';
import type { Wrong } from '../use-saving.ts';
import { asksForDate, CHOICES, choicesOf, takesValue, type FilterRow } from './filter-form.ts';
import { FilterValue } from './filter-value.tsx';
import styles from './filters.module.css';

/** What the service says of a member of records. */
export interface KnownMember {
  readonly name: string;
  readonly type: string;
  readonly operators: readonly string[];
}

interface FilterLineProps {
  readonly row: FilterRow;
  readonly index: number;
  readonly known: ReadonlyMap<string, KnownMember>;
  readonly wrong: Wrong;
  readonly onRow: (row: FilterRow) => void;
  readonly onRemove: () => void;
}

/** Members that are shown at a time; typing finds the others. */
const SHOWN = 50;

/** One filter: the member, how it is compared, and with what. A member that nobody knows may be typed, too. */
export function FilterLine({ row, index, known, wrong, onRow, onRemove }: FilterLineProps) {
  const words = useWords();
  const number = index + 1;
  const member = known.get(row.name.trim());
  const choices = choicesOf(member?.operators);
  // What was given is what the service took: it goes with the first change.
  const change = (some: Partial<FilterRow>) => {
    const { given: _, ...typed } = row;
    onRow({ ...typed, ...some });
  };
  const rename = (name: string) => {
    const fitting = choicesOf(known.get(name.trim())?.operators);
    change({ name, choice: fitting.includes(row.choice) ? row.choice : 'eq' });
  };
  const dated = asksForDate(row, member?.type);
  return (
    <div
      className={styles['row']}
      data-filter
      data-bare={!takesValue(row.choice) || undefined}
      role="group"
      aria-label={words('filters.one', { number })}
    >
      <Autocomplete
        aria-label={words('filters.name', { number })}
        placeholder={words('filters.nameHint')}
        data={[...known.keys()]}
        limit={SHOWN}
        // What is wrong stands where the list would be.
        openOnFocus={false}
        maxLength={MAX_NAME}
        value={row.name}
        error={wrong[`filters.${index}.name`]}
        autoComplete="off"
        spellCheck={false}
        onChange={rename}
      />
      <NativeSelect
        aria-label={words('filters.operator', { number })}
        data={(choices.includes(row.choice) ? choices : CHOICES).map((value) => ({
          value,
          label: words(choiceKey(value, dated)),
        }))}
        value={row.choice}
        error={wrong[`filters.${index}.operator`]}
        onChange={({ currentTarget: { value } }) =>
          change({ choice: CHOICES.find((choice) => choice === value) ?? 'eq' })
        }
      />
      <FilterValue {...{ row, number, dated, member, change }} wrong={wrong[`filters.${index}.value`]} />
      <ActionIcon
        className={styles['remove'] ?? ''}
        variant="subtle"
        color="gray"
        size={36}
        aria-label={words('filters.remove', { number })}
        onClick={onRemove}
      >
        <Icon name="trash" />
      </ActionIcon>
    </div>
  );
}
