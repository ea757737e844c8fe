import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words/use-words.tsx';
import { statusWord } from './status.tsx';

/** As much of a job or a run as readers are told of. */
interface SaidRow {
  readonly id: number;
  readonly title: string;
  readonly status: string;
  readonly progress: number;
}

const QUARTER = 25;

/** Tells readers what has changed: how a job or a run stands now, and of one alone each quarter that is done. */
export function SaidStatus({ rows }: { readonly rows: readonly SaidRow[] }) {
  const words = useWords();
  const before = useRef<ReadonlyMap<number, string>>(new Map());
  const [said, setSaid] = useState('');
  useEffect(() => {
    const alone = rows.length === 1;
    const stands = ({ status, progress }: SaidRow) => {
      const done = Math.floor(progress / QUARTER) * QUARTER;
      const word = statusWord(words, status);
      return alone && status === 'In Progress' && done > 0 ? `${word}, ${done} %` : word;
    };
    const now = new Map(rows.map((row) => [row.id, stands(row)]));
    const changed = rows.filter(({ id }) => before.current.has(id) && before.current.get(id) !== now.get(id));
    before.current = now;
    if (changed.length > 0) setSaid(changed.map((row) => `${row.title}: ${now.get(row.id)}`).join('. '));
  }, [rows, words]);
  return <VisuallyHidden role="status">{said}</VisuallyHidden>;
}
