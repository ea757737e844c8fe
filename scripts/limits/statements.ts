import type { Limits } from '../../src/model/limits.ts';
import { quoted } from '../user/statements.ts';
import type { Changes } from './changes.ts';

const COLUMNS: Readonly<Record<keyof Limits, string>> = {
  runs: 'runs',
  jobs: 'jobs',
  historyItems: 'history_items',
  historyDays: 'history_days',
  recordBytes: 'record_bytes',
};

/** The row of a contact center, if it has one; columns by the names of the limits. */
export const selectLimits = (ccid: string): string =>
  `SELECT ${Object.entries(COLUMNS)
    .map(([name, column]) => `${column} AS ${name}`)
    .join(', ')} FROM limits WHERE ccid = ${quoted(ccid)}`;

/** Changes limits of a contact center, and leaves the others as they are. */
export function upsertLimits(ccid: string, changes: Changes): string {
  const entries = Object.entries(changes).map(([name, value]) => ({
    column: COLUMNS[name as keyof Limits], // the names of Changes
    value: String(value ?? 'NULL'),
  }));
  const columns = entries.map(({ column }) => column).join(', ');
  const values = entries.map(({ value }) => value).join(', ');
  const set = entries.map(({ column }) => `${column} = excluded.${column}`).join(', ');
  return `INSERT INTO limits (ccid, ${columns}) VALUES (${quoted(ccid)}, ${values}) ON CONFLICT (ccid) DO UPDATE SET ${set}`;
}
