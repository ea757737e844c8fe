import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { KINDS_OF, type DataType, type Kind } from '../../../src/model/records.ts';
import { PROJECT } from '../../dev/wrangler.ts';
import { DEFAULT_PERIOD, historyBytes } from '../../generate/history.ts';
import { importLines } from '../../udm/import-file.ts';
import type { Session } from '../../../src/client/session.ts';

/** Records that lie beside the project on some machines; they are used where they are. */
const SHARED = join(PROJECT, '../shared/contact-history');

/** Where the records of a run come from: generated ones, and the shared ones if asked for and present. */
export interface HistoryChoice {
  readonly seed: number;
  /** Generated interactions; contacts and attachments come in proportion. */
  readonly interactions: number;
  readonly shared: boolean;
  /** Data types that are imported and exported. */
  readonly types: readonly DataType[];
}

/** The history of a choice as streams of JSON Lines: every call reads it anew, and always the same bytes. */
export function* historyStreams(choice: HistoryChoice, kind: Kind): Generator<AsyncIterable<Uint8Array>> {
  const generated = { ...DEFAULT_PERIOD, seed: choice.seed, interactions: choice.interactions };
  yield Readable.from(historyBytes(kind, generated), { objectMode: false });
  const file = join(SHARED, `${kind}.jsonl.gz`);
  if (!choice.shared || !existsSync(file)) return;
  const text = createGunzip();
  // An error reaches the reader of the stream too.
  pipeline(createReadStream(file), text).catch(() => undefined);
  yield text;
}

/** Imports the whole choice; throws unless every record was taken. Answers the number of records. */
export async function importHistory(session: Session, choice: HistoryChoice): Promise<number> {
  let records = 0;
  const kinds = choice.types.flatMap((type) => [KINDS_OF[type].owners, KINDS_OF[type].members]);
  for (const kind of kinds) {
    for (const lines of historyStreams(choice, kind)) {
      const report = await importLines(session, kind, lines);
      if (report.inserted !== report.received)
        throw new Error(`${kind}: ${JSON.stringify({ ...report, errors: report.errors.slice(0, 3) })}`);
      records += report.received;
    }
  }
  return records;
}
