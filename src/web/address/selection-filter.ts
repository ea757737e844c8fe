import type { components } from '../../client/api.d.ts';

/** What the rows of a selection are chosen by. */
export type SelectionFilter = NonNullable<components['schemas']['SelectionRequest']['filter']>;

/** Filters of a list's address as a selection takes them: ids are numbers there, and flags are flags. */
export const selectionFilter = (filters: Readonly<Record<string, string>>): SelectionFilter =>
  Object.fromEntries(
    Object.entries(filters).map(([name, value]) => {
      if (name === 'suspend') return [name, value === 'true'];
      return [name, name === 'jobId' || name === 'historyId' ? Number(value) : value];
    }),
  );
