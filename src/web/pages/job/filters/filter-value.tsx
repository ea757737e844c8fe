import { TagsInput, TextInput } from '@mantine/core';
import { MAX_VALUES } from '../../../../model/filter.ts';
import { asksForOrder } from '../../../../model/typed-filter.ts';
import { useWords } from '../../../words/use-words.tsx';
import { takesValue, type FilterRow } from './filter-form.ts';
import type { KnownMember } from './filter-line.tsx';

interface FilterValueProps {
  readonly row: FilterRow;
  readonly number: number;
  readonly dated: boolean;
  readonly member: KnownMember | undefined;
  readonly wrong: string | undefined;
  readonly change: (change: Partial<FilterRow>) => void;
}

/** With what a member is compared: a date, a number, a text, several of them, or nothing. */
export function FilterValue({ row, number, dated, member, wrong, change }: FilterValueProps) {
  const words = useWords();
  if (!takesValue(row.choice)) return null;
  const label = words('filters.value', { number });
  if (row.choice === 'in')
    return (
      <TagsInput
        aria-label={label}
        placeholder={row.values.length === 0 ? words('filters.valuesHint') : ''}
        maxTags={MAX_VALUES}
        value={[...row.values]}
        error={wrong}
        onChange={(values) => change({ values })}
      />
    );
  const isNumber = member?.type === 'integer' || member?.type === 'number';
  const hint = asksForOrder(row.choice) && !isNumber ? 'filters.orderHint' : 'filters.valueHint';
  return (
    <TextInput
      {...(dated ? { type: 'datetime-local' } : { placeholder: words(hint) })}
      {...(isNumber ? { inputMode: 'decimal' } : {})}
      aria-label={dated ? words('filters.date', { number }) : label}
      value={row.value}
      error={wrong}
      autoComplete="off"
      spellCheck={false}
      onChange={({ currentTarget: { value } }) => change({ value })}
    />
  );
}
