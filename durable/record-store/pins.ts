import type { Instant } from '../../src/model/instant.ts';
import type { RecordTables } from './record-tables.ts';

/** How long a run may sleep: what it has pinned is kept so long after it was last read. */
const KEPT_MS = 12 * 3_600_000;

/** Pins the store as it is now for a run, instead of what it had pinned. Answers the version. */
export function pin(tables: RecordTables, run: string, now: Instant): number {
  const { version } = tables.state;
  tables.sql.exec(
    'INSERT OR REPLACE INTO pins (run, version, until) VALUES (?, ?, ?)',
    run,
    version,
    now + KEPT_MS,
  );
  return version;
}

/** Whether this version is still kept for this run; it is so for a while from now on then. */
export function keepPin(tables: RecordTables, run: string, version: number | null, now: Instant): boolean {
  const [row] = tables.sql
    .exec<{ version: number; until: number }>('SELECT version, until FROM pins WHERE run = ?', run)
    .toArray();
  if (row?.version !== version) return false;
  // A row written for every page would be one too many.
  if (row.until < now + KEPT_MS / 2)
    tables.sql.exec('UPDATE pins SET until = ? WHERE run = ?', now + KEPT_MS, run);
  return true;
}

export function unpin(tables: RecordTables, run: string): void {
  tables.sql.exec('DELETE FROM pins WHERE run = ?', run);
}
