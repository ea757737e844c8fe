import { Button, TextInput } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { AUDIT_ROWS } from '../../../model/audit/actions.ts';
import { withFilter, type ListState } from '../../address/list-state.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './audit.module.css';

const TYPING_MS = 400;
/** What is entered in any case; reads are where they are refused. */
const ACTIONS = [
  ...new Set(Object.values(AUDIT_ROWS).flatMap(({ kind, action }) => (kind === 'act' ? [action] : []))),
].sort();
const OUTCOMES = ['done', 'unknown', 'privilege-missing', 'user-refused'];

interface AuditFiltersProps {
  readonly state: ListState;
  readonly onState: (next: ListState) => void;
}

/** What the log is filtered by. */
export function AuditFilters({ state, onState }: AuditFiltersProps) {
  const words = useWords();
  const field = (name: string) => ({
    value: state.filters[name] ?? '',
    onValue: (value: string) => onState(withFilter(state, name, value || null)),
  });
  const filtered = Object.keys(state.filters).length > 0;
  return (
    <div className={styles['filters']}>
      <Filter label={words('audit.actor')} {...field('actor')} />
      <Filter label={words('audit.action')} choices={ACTIONS} {...field('action')} />
      <Filter label={words('audit.outcome')} choices={OUTCOMES} {...field('outcome')} />
      <Filter label={words('audit.object')} help={words('audit.objectHelp')} {...field('object')} />
      <Filter label={words('audit.from')} type="date" {...field('from')} />
      <Filter label={words('audit.until')} type="date" {...field('until')} />
      {filtered && (
        <Button variant="subtle" size="sm" onClick={() => onState({ ...state, filters: {} })}>
          {words('filter.clear')}
        </Button>
      )}
    </div>
  );
}

interface FilterProps {
  readonly label: string;
  readonly help?: string;
  readonly type?: 'date' | 'search';
  readonly choices?: readonly string[];
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** One filter; it holds a moment after the last key. */
function Filter({ label, help, type = 'search', choices, value, onValue }: FilterProps) {
  const list = useId();
  const [typed, setTyped] = useState(value);
  const [last, setLast] = useState(value);
  if (value !== last) {
    setLast(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onValue(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onValue]);
  return (
    <>
      <TextInput
        size="sm"
        type={type}
        label={label}
        {...(help ? { placeholder: help } : {})}
        {...(choices ? { list } : {})}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {choices && (
        <datalist id={list}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  );
}
