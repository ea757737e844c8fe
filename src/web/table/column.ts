import type { ReactNode } from 'react';
import type { IconName } from '../parts/icon.tsx';
import type { WordKey } from '../words/words.ts';

/** A value that a list can be filtered by. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One column: what stands in it, and what its header can do. */
export interface Column<Row> {
  readonly id: string;
  readonly word: WordKey;
  /** Pixels to begin with. */
  readonly width: number;
  /** The API's name of the order by this column; none where it has none. */
  readonly order?: string;
  /** The API's filter of this column: one of the choices, or text where there are none. */
  readonly filter?: { readonly name: string; readonly choices?: readonly Choice[] };
  readonly right?: boolean;
  /** What a row is known by: it stands first where rows are cards. */
  readonly lead?: boolean;
  /** What a narrow list can do without: one that is not wide, or one that is not very wide. */
  readonly minor?: 'wide' | 'widest';
  /** True where somebody has to switch it on. */
  readonly hidden?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** Something that can be done with a row, or why it cannot. */
export interface RowAction {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** Why it cannot be done now, in words; null where it can. */
  readonly refused: string | null;
  /** Stands as an icon in the row, and not in the menu alone. */
  readonly near?: boolean;
  readonly run: () => void;
}
