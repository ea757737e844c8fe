import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { KINDS, type Kind } from '../../../src/model/records.ts';
import type { Recipient } from '../../demo/recipient.ts';
import { decryptFile } from '../../udm/decrypt-file.ts';
import { downloadFile } from '../../udm/download-file.ts';
import { importLines } from '../../udm/import-file.ts';
import { runExport } from '../../udm/run-export.ts';
import type { Session } from '../../../src/client/session.ts';
import { largeHistoryBytes } from './large-history.ts';
import type { LargeHistory } from './large-history.ts';

/** Lower-case hex. */
type Sha256 = string;

/** Imports a large history, one request a kind; answers the SHA-256 of what was sent of each. Throws unless all was taken. */
export async function importLarge(
  session: Session,
  history: LargeHistory,
): Promise<Readonly<Record<Kind, Sha256>>> {
  const sent: Record<Kind, Sha256> = {
    interactions: '',
    documents: '',
    contacts: '',
    'contact-attributes': '',
  };
  for (const kind of KINDS) {
    const hash = createHash('sha256');
    const hashed = async function* () {
      for (const chunk of largeHistoryBytes(kind, history)) {
        hash.update(chunk);
        yield chunk;
      }
    };
    const report = await importLines(session, kind, hashed(), { requestBytes: Infinity });
    if (report.inserted !== report.received || report.rejected > 0)
      throw new Error(`Of ${report.received} ${kind} only ${report.inserted} were taken.`);
    sent[kind] = hash.digest('hex');
  }
  return sent;
}

/** Exports all interactions and documents; answers the SHA-256 of what came back of each. */
export async function exportLarge(
  session: Session,
  folder: string,
  { keyFile }: Recipient,
): Promise<{ readonly interactions: Sha256; readonly documents: Sha256 }> {
  const request = { type: 'Interaction', title: 'Large records', media: [], attachments: true } as const;
  const [file] = await runExport(session, request);
  if (!file) throw new Error('The export made no file.');
  const sealed = await downloadFile(session, file, folder);
  const zip = sealed.replace(/\.smime$/, '');
  await decryptFile({ file: sealed, key: keyFile, out: zip });
  return {
    interactions: entryHash(zip, /^EmailIn-\d+\.json$/),
    documents: entryHash(zip, /^EmailIn-Attachment-\d+\.json$/),
  };
}

/** One entry at a time: as large as it is in this process's memory, which is not the one that is measured. */
function entryHash(zip: string, name: RegExp): Sha256 {
  const [bytes] = Object.values(unzipSync(readFileSync(zip), { filter: (entry) => name.test(entry.name) }));
  if (!bytes) throw new Error(`The archive has no entry ${name}.`);
  return createHash('sha256').update(bytes).digest('hex');
}
