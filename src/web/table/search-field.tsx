import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useKey } from '../parts/use-key.ts';
import styles from './list-view.module.css';

const TYPING_MS = 300;

/** Searches while somebody types, a moment after the last key; `/` brings the cursor here from anywhere. */
export function SearchField({
  label,
  value,
  onValue,
}: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const [last, setLast] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  if (value !== last) {
    setLast(value);
    // What was asked for is what stands here; a space that another word is to follow stays.
    if (value !== typed.trim()) setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => onValue(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onValue]);
  useKey('/', () => field.current?.focus());
  return (
    <TextInput
      ref={field}
      type="search"
      className={styles['search'] ?? ''}
      aria-label={label}
      placeholder={label}
      leftSection={<Icon name="search" size={16} />}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
}
