import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Bench } from './bench-service.ts';
import { importPlain } from './plain-import.ts';
import type { Settings } from './settings.ts';

const RECORDS = 1_000_000;
/** Interactions of the one contact that something is done with, spread over all of them: each lies in another piece. */
const OF_CONTACT = 100;
const CHUNK = 1_000;
const START = Date.UTC(2025, 0, 1);

/** Imports a center of a million interactions that come in the order of time, a hundred of which are of one contact, and that contact. */
export async function importContacts(
  { folder, session }: Bench,
  { records = RECORDS, say }: Settings,
): Promise<{ readonly records: number; readonly contactId: string }> {
  const lines = join(folder, 'records.jsonl');
  await pipeline(Readable.from(interactions(records), { objectMode: false }), createWriteStream(lines));
  const imported = await importPlain(session, lines);
  say(`imported ${imported.records} records in ${imported.seconds.toFixed(0)} s`);
  const contact = { CONTACTID: contactOf(0), CREATEDDATE: new Date(START).toISOString() };
  await session.send('/import/contacts', { method: 'POST', body: `${JSON.stringify(contact)}\n` });
  return { records, contactId: contactOf(0) };
}

const contactOf = (n: number): string => `contact-${n}`;

/** Short chats; every so many the one contact's, all others' of somebody else. */
function* interactions(count: number): Generator<Uint8Array> {
  const every = Math.max(1, Math.floor(count / OF_CONTACT));
  for (let from = 0; from < count; from += CHUNK) {
    const length = Math.min(CHUNK, count - from);
    const lines = Array.from({ length }, (_, index) => interaction(from + index, every));
    yield Buffer.from(lines.join(''));
  }
}

function interaction(n: number, every: number): string {
  const record = {
    IXNID: `chat-${n.toString().padStart(9, '0')}`,
    ENTITYTYPEID: 2,
    MEDIATYPEID: 'chat',
    STARTDATE: new Date(START + n * 1_000).toISOString(),
    CONTACTID: contactOf(n % every === 0 && n < every * OF_CONTACT ? 0 : n + 1),
    SUBJECT: `Question ${n * 7919} about order ${n * 104_729}`,
    TEXT: `The parcel of order ${n * 104_729} has not come, its number is ${n * 15_485_863}.`,
  };
  return `${JSON.stringify(record)}\n`;
}
