import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '../../../src/client/session.ts';
import { importLines } from '../../udm/import-file.ts';
import { runExport } from '../../udm/run-export.ts';

/** How many do what at the same time, and bytes of one import. */
export interface Crowd {
  readonly imports: number;
  readonly importBytes: number;
  readonly exports: number;
}

const MB = 1_000_000;
const RECORD_BYTES = 2_000;
/** Pause between two requests of the traffic, milliseconds. */
const PAUSE_MS = 50;
const READS = [
  '/export/jobs?size=20',
  '/export/history?size=20',
  '/data/sub-types',
  '/file-metadatas?size=20',
];

/**
 * Imports, exports and asks at the same time, and answers how long that took in seconds and how many requests of the traffic
 * were answered. Throws unless every import is taken whole, every export ends and every request is answered.
 */
export async function crowd(
  session: Session,
  { imports, importBytes, exports }: Crowd,
): Promise<{ readonly seconds: number; readonly asked: number }> {
  const begun = performance.now();
  const over = new AbortController();
  const traffic = askUntil(session, over.signal);
  const work = [
    ...Array.from({ length: imports }, (_, number) => importOne(session, number, importBytes)),
    ...Array.from({ length: exports }, (_, number) => exportOne(session, number)),
  ];
  const ended = await Promise.allSettled(work);
  over.abort();
  const asked = await traffic;
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return { seconds: (performance.now() - begun) / 1_000, asked };
}

/** Every other import has a character beyond Latin-1 in each record, which makes its strings twice as large. */
async function importOne(session: Session, number: number, bytes: number): Promise<void> {
  const records = Math.ceil(bytes / RECORD_BYTES);
  const text = `${number % 2 === 0 ? '☃' : 'x'}${'y'.repeat(RECORD_BYTES - 90)}`;
  const lines = async function* () {
    for (let index = 0; index < records; index += 1) {
      const record = {
        CONTACTID: `crowd-${number}-${index}`,
        CREATEDDATE: '2024-05-01T10:00:00Z',
        NOTE: text,
      };
      yield Buffer.from(`${JSON.stringify(record)}\n`);
    }
  };
  const { inserted } = await importLines(session, 'contacts', lines());
  if (inserted !== records) throw new Error(`Of ${records} records of an import ${inserted} were taken.`);
}

async function exportOne(session: Session, number: number): Promise<void> {
  const title = `Crowd ${number}`;
  const files = await runExport(session, { type: 'Interaction', title, media: [], attachments: true });
  if (files.length === 0) throw new Error(`The export "${title}" made no file.`);
}

async function askUntil(session: Session, over: AbortSignal): Promise<number> {
  let asked = 0;
  while (!over.aborted) {
    const answer = await session.send(READS[asked % READS.length] ?? '');
    if (answer.status >= 500) throw new Error(`A request was answered ${answer.status}.`);
    await answer.arrayBuffer();
    asked += 1;
    await sleep(PAUSE_MS);
  }
  return asked;
}

export const CROWD: Crowd = { imports: 32, importBytes: 20 * MB, exports: 8 };
