import { useState } from 'react';
import type { Picks } from './data-table.tsx';

/** What somebody has chosen of a list. */
export interface Picked<Row> {
  /** Picked one by one, on other pages too; empty where all that match are meant. */
  readonly rows: readonly Row[];
  /** Whether all that the filters let through are meant, whichever page shows them. */
  readonly all: boolean;
  readonly count: number;
  readonly clear: () => void;
}

interface Choosing<Row> {
  /** Of the page that is shown. */
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** How many match on all pages. */
  readonly count: number;
  readonly filters: Readonly<Record<string, string>>;
  readonly weigh?: (row: Row) => number;
}

/** Rows that are chosen: they stay so on other pages, and are forgotten with the filters that showed them. */
export function usePicked<Row>({ rows, rowId, count, filters, weigh = () => 1 }: Choosing<Row>) {
  const [kept, setKept] = useState<ReadonlyMap<string, Row>>(new Map());
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState('');
  const now = JSON.stringify(filters);
  const clear = () => {
    setKept(new Map());
    setAll(false);
  };
  if (now !== asked) {
    setAsked(now);
    clear();
  }
  const shown = new Map(rows.map((row) => [rowId(row), row]));
  const onChosen = (ids: ReadonlySet<string>) => {
    setAll(false);
    setKept(
      new Map(
        [...ids].flatMap((id) => {
          const row = shown.get(id) ?? kept.get(id);
          return row === undefined ? [] : [[id, row] as const];
        }),
      ),
    );
  };
  const picks: Picks = { chosen: new Set(all ? shown.keys() : kept.keys()), onChosen };
  // As they are now, where the page shows them.
  const chosen = [...kept].map(([id, row]) => shown.get(id) ?? row);
  const weight = chosen.reduce((sum, row) => sum + weigh(row), 0);
  const picked: Picked<Row> = { rows: all ? [] : chosen, all, count: all ? count : weight, clear };
  const pageFull = rows.length > 0 && [...shown.keys()].every((id) => kept.has(id));
  return {
    picks,
    picked,
    /** Chooses all that match; null where all are chosen, or nobody would want it. */
    chooseAll: !all && pageFull && count > weight ? () => setAll(true) : null,
  };
}
