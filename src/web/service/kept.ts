/** What a browser keeps of somebody's choices: no name of a person but where "Remember me" says so, and never a permission. */
export type KeptName =
  | 'language'
  | 'zone'
  | 'remembered'
  | 'rail'
  | 'opened'
  | `filters.${string}`
  | `columns.${string}`
  | `widths.${string}`;

const PREFIX = 'udm.';

/** What was kept under a name; null where nothing was, or where the browser keeps nothing. */
export function kept(name: KeptName): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Keeps a text, or forgets it with null. A browser that keeps nothing is no failure. */
export function keep(name: KeptName, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    // Kept for this visit alone.
  }
}
