import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { volumeName } from '../../../src/model/views.ts';
import { makeRecipient } from '../../encoding/recipient.ts';
import { sealAll, sealOptions } from '../../encoding/sealing.ts';
import { writeSet, type EntryPlan } from '../../encoding/zipping.ts';
import { manifestEntry, recordPieces } from './joining.ts';

export const UUID = '0f6b2b54-7d5c-4a38-9c0a-3f0d5f0c1e77';

/** Two data entries whose bytes are compressed in one piece each, a schema and a manifest: about 100 KB of volumes. */
export function archiveEntries(): readonly EntryPlan[] {
  const data: readonly EntryPlan[] = [
    { name: 'EmailIn-1.json', pieces: [Buffer.concat(recordPieces(500, 200))] },
    { name: 'Chat-1.json', pieces: [Buffer.concat(recordPieces(30, 300, 5))] },
  ];
  const schema = { name: 'schema/interaction.json', pieces: [Buffer.from('{\n  "type": "object"\n}\n')] };
  return [...data, schema, manifestEntry(data)];
}

/** A folder with a recipient's key and sealed files. */
export interface SealedFolder {
  readonly folder: string;
  readonly key: string;
  readonly recipient: Awaited<ReturnType<typeof makeRecipient>>;
  /** Path of a file in the folder. */
  at(name: string): string;
  remove(): void;
}

export async function sealedFolder(): Promise<SealedFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'udm-sealed-'));
  const recipient = await makeRecipient();
  const at = (name: string) => join(folder, name);
  writeFileSync(at('key.pem'), recipient.privateKeyPem);
  writeFileSync(at('certificate.pem'), recipient.certificatePem);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { folder, key: at('key.pem'), recipient, at, remove };
}

/** Writes a set of entries and seals its volumes under the names that the service gives them; answers the names. */
export async function sealSet(
  sealed: SealedFolder,
  set: { readonly entries: readonly EntryPlan[]; readonly splitBytes: number | null; readonly uuid?: string },
): Promise<readonly string[]> {
  const options = sealOptions(sealed.recipient.certificateDer);
  const volumes = writeSet(set.splitBytes, set.entries);
  const names: string[] = [];
  for (const [index, volume] of volumes.entries()) {
    const name = `${volumeName(set.uuid ?? UUID, index + 1, index === volumes.length - 1)}.smime`;
    writeFileSync(sealed.at(name), await sealAll(options, volume, [1000, 20_000]));
    names.push(name);
  }
  return names;
}
