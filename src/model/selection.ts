/** The lists whose rows can be selected, and what identifies a row of each. */
export const SELECTABLE_LISTS = ['jobs', 'history', 'file-metadatas'] as const;
export type SelectableList = (typeof SELECTABLE_LISTS)[number];

/** Rows of a selection at most. */
export const MAX_SELECTED = 1_000;
/** How long a selection can be acted on: as long as somebody looks at a dialog. */
export const SELECTION_MS = 10 * 60_000;
