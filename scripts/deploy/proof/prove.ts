import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Session } from '../../../src/client/session.ts';
import { KINDS, type Kind } from '../../../src/model/records.ts';
import { CommandError } from '../../cli/command.ts';
import { makeRecipient } from '../../demo/recipient.ts';
import { decryptFile } from '../../udm/decrypt-file.ts';
import { downloadFile } from '../../udm/download-file.ts';
import { importLines } from '../../udm/import-file.ts';
import { runExport } from '../../udm/run-export.ts';
import { uploadCertificate } from '../../udm/upload-certificate.ts';

type Records = Readonly<Record<Kind, readonly string[]>>;

/**
 * Imports records, exports all of them, opens the files with a key made for it, and compares line by line. Everything of this machine
 * lies in a temporary folder that is removed, the key too. Throws where anything differs.
 */
export async function prove(session: Session, records: Records, say: (text: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'udm-proof-'));
  try {
    for (const kind of KINDS) {
      say(`importing ${records[kind].length} ${kind}`);
      await importAll(session, kind, records[kind]);
    }
    const { keyFile, certificateFile } = await makeRecipient(folder, Date.now());
    await uploadCertificate(session, certificateFile);
    compare(await exported(session, 'Interaction', { folder, keyFile, say }), [
      ...records.interactions,
      ...records.documents,
    ]);
    compare(await exported(session, 'Contact', { folder, keyFile, say }), [
      ...records.contacts,
      ...records['contact-attributes'],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importAll(session: Session, kind: Kind, lines: readonly string[]): Promise<void> {
  const text = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  const { inserted, rejected } = await importLines(
    session,
    kind,
    (async function* () {
      yield text;
    })(),
  );
  if (inserted !== lines.length)
    throw new CommandError(
      `Of ${lines.length} generated ${kind} the service took ${inserted}, and refused ${rejected}.`,
    );
}

/** The lines of every entry of an export of everything. */
async function exported(
  session: Session,
  type: 'Interaction' | 'Contact',
  { folder, keyFile, say }: { folder: string; keyFile: string; say: (text: string) => void },
): Promise<readonly string[]> {
  say(`exporting ${type.toLowerCase()}s`);
  const files = await runExport(session, { type, title: `Proof: ${type}`, media: [], attachments: true });
  const lines: string[] = [];
  for (const file of files) {
    const sealed = await downloadFile(session, file, folder);
    const zip = sealed.replace(/\.smime$/, '');
    await decryptFile({ file: sealed, key: keyFile, out: zip });
    // The whole of it in memory: a proof's is below 2 MB.
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip))))
      if (name !== 'manifest.json' && !name.startsWith('schema/'))
        lines.push(...Buffer.from(bytes).toString('utf8').split('\n').slice(0, -1));
  }
  return lines;
}

function compare(got: readonly string[], wanted: readonly string[]): void {
  const [left, right] = [[...got].sort(), [...wanted].sort()];
  const different = right.findIndex((line, index) => line !== left[index]);
  if (left.length === right.length && different === -1) return;
  const first = right[different] ?? '';
  throw new CommandError(
    `What was exported is not what was imported: ${left.length} lines of ${right.length}, and the first that differs is ${first.slice(0, 120)}`,
  );
}
