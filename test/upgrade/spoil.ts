import { DatabaseSync } from 'node:sqlite';
import { jobDatabases } from '../../scripts/lab/take-fixture/cut-runs.ts';
import type { FixtureRun } from '../../scripts/lab/take-fixture/fixture.ts';

/** Where in a checkpoint's text a byte is changed: right after this; a run's object keeps it as JSON within JSON. */
const PLACES = {
  /** The last block of ciphertext, from which the next one is chained: what follows cannot be decrypted as it was. */
  seal: /\\"chain\\":\\"./,
  /** The place in the records where the run goes on: the second digit, so that some are left out or come twice. */
  cursor: /\\"cursor\\":\{\\"date\\":\d\d/,
} as const;

/** Changes one byte of the checkpoint that an object keeps for a run; throws unless it changed exactly one. */
export function spoil(persistTo: string, { runId }: FixtureRun, place: keyof typeof PLACES): void {
  let changed = 0;
  for (const file of jobDatabases(persistTo)) {
    const database = new DatabaseSync(file);
    const found = database.prepare('SELECT data FROM runs WHERE id = ?').get(runId);
    const text = String(found?.['data'] ?? '');
    const spoiled = text.replace(PLACES[place], (match) => match.slice(0, -1) + other(match.at(-1)));
    if (spoiled !== text) {
      database.prepare('UPDATE runs SET data = ? WHERE id = ?').run(spoiled, runId);
      changed += 1;
    }
    database.close();
  }
  if (changed !== 1) throw new Error(`run ${runId}: ${changed} checkpoints were changed at ${place}`);
}

/** Another character that stands where this one does: both are digits, and letters of base64. */
const other = (character = ''): string => (character === '9' ? '8' : '9');
