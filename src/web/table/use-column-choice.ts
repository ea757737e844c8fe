import { useCallback, useMemo, useState } from 'react';
import { keep, kept } from '../service/kept.ts';
import type { Column } from './column.ts';

type Shown = Readonly<Record<string, boolean>>;
type Widths = Readonly<Record<string, number>>;
type Updater<T> = T | ((old: T) => T);

const parsed = <T>(
  text: string | null,
  fits: (value: unknown) => value is T,
): Readonly<Record<string, T>> => {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, T] => fits(entry[1])));
  } catch {
    return {};
  }
};
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isWidth = (value: unknown): value is number =>
  typeof value === 'number' && value >= 64 && value <= 1200;

/** Which columns somebody has switched on and how wide they drew them; kept for the next visit. */
export function useColumnChoice<Row>(name: string, columns: readonly Column<Row>[]) {
  const [shown, setShown] = useState<Shown>(() => parsed(kept(`columns.${name}`), isFlag));
  const [widths, setWidths] = useState<Widths>(() => parsed(kept(`widths.${name}`), isWidth));
  const visibility = useMemo<Shown>(
    () => ({ ...Object.fromEntries(columns.map(({ id, hidden }) => [id, !hidden])), ...shown }),
    [columns, shown],
  );
  const onVisibility = useCallback(
    (next: Updater<Shown>) => {
      const value = typeof next === 'function' ? next(visibility) : next;
      keep(`columns.${name}`, JSON.stringify(value));
      setShown(value);
    },
    [name, visibility],
  );
  const onSizing = useCallback(
    (next: Updater<Widths>) => {
      const value = typeof next === 'function' ? next(widths) : next;
      keep(`widths.${name}`, JSON.stringify(value));
      setWidths(value);
    },
    [name, widths],
  );
  return {
    /** What somebody has switched on or off. */
    asked: shown,
    state: { columnVisibility: { ...visibility }, columnSizing: { ...widths } },
    onVisibility,
    onSizing,
  };
}
