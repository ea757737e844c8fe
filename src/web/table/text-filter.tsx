import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.tsx';

interface TextFilterProps {
  readonly label: string;
  readonly value: string | null;
  readonly onValue: (value: string | null) => void;
}

/** A filter by what a column contains: typed into a field at its header, taken by Enter. */
export function TextFilter({ label, value, onValue }: TextFilterProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const show = () => {
    setTyped(value ?? '');
    setOpen(!open);
  };
  const take = (event: FormEvent) => {
    event.preventDefault();
    onValue(typed.trim() || null);
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant={value ? 'light' : 'subtle'}
          color={value ? 'blue' : 'gray'}
          size="sm"
          aria-label={label}
          onClick={show}
        >
          <Icon name="filter" size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <form onSubmit={take}>
          <TextInput
            size="sm"
            type="search"
            aria-label={label}
            placeholder={words('filter.contains')}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            data-autofocus
          />
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
