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

/** One row: the limits of a contact center by their names, null where it has none of its own, and whether anybody `belongs` to it. */
export function selectLimits(ccid: string): string {
  const limits = Object.entries(COLUMNS).map(([name, column]) => `${column} AS ${name}`);
  const members = ['users', 'clients', 'jobs'].map(
    (table) => `SELECT 1 FROM ${table} WHERE ccid = ${quoted(ccid)}`,
  );
  return `SELECT belongs, ${limits.join(', ')} FROM (SELECT EXISTS (${members.join(' UNION ALL ')}) AS belongs) LEFT JOIN limits ON ccid = ${quoted(ccid)}`;
}

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
