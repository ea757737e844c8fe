import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClientError } from '../../../src/client/client-error.ts';
import type { SealedFile } from '../../../src/client/open/sealed-file.ts';
import { SetOpening } from '../../../src/client/open/set-opening.ts';
import { MissingVolumes, setOfName } from '../../../src/client/open/volume-names.ts';
import { collect } from '../../encoding/sealing.ts';
import { archiveEntries, sealedFolder, sealSet, UUID, type SealedFolder } from './sealed-files.ts';

const ENTRIES = archiveEntries();

let sealed: SealedFolder;
let names: readonly string[];
beforeAll(async () => {
  sealed = await sealedFolder();
  names = await sealSet(sealed, { entries: ENTRIES, splitBytes: 20_000 });
});
afterAll(() => sealed.remove());

/** A file as a browser has it. */
function picked(name: string): SealedFile {
  const blob = new Blob([readFileSync(sealed.at(name))]);
  return { name, size: blob.size, open: () => blob.stream() };
}

const opening = (files: readonly SealedFile[], onProgress: (share: number) => void = () => {}) =>
  new SetOpening(files, { privateKeyPem: sealed.recipient.privateKeyPem, onProgress });

/** What a set is refused with. */
async function refusal(files: readonly SealedFile[]): Promise<ClientError> {
  try {
    await collect(opening(files).bytes());
  } catch (error) {
    if (error instanceof ClientError) return error;
    throw error;
  }
  throw new Error('the set was opened');
}

describe('opening a set of sealed files', () => {
  it('makes one zip file of Blobs, and tells how far it is and what it found', async () => {
    const shares: number[] = [];
    const set = opening(names.map(picked), (share) => shares.push(share));
    expect(() => set.checked).toThrow('not read to their end');
    const zip = unzipSync(await collect(set.bytes()));
    expect(Object.keys(zip)).toEqual(ENTRIES.map(({ name }) => name));
    expect(set.checked).toMatchObject({ entries: 2, records: 530 });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('names the volumes that are missing at the end, of a lone last volume too', async () => {
    const last = picked(names.at(-1) ?? '');
    const without = await refusal([...names.slice(0, -2).map(picked), last]);
    expect(without).toBeInstanceOf(MissingVolumes);
    expect((without as MissingVolumes).names).toEqual([names.at(-2)]);
    expect(((await refusal([last])) as MissingVolumes).names).toEqual(names.slice(0, -1));
  });

  it('keeps the code of what is wrong with a file, and names it', async () => {
    const [first = '', second = ''] = names;
    const none = new Blob(['no sealed file']);
    const wrong = { name: second, size: none.size, open: () => none.stream() };
    const { code, message } = await refusal([picked(first), wrong, ...names.slice(2).map(picked)]);
    expect([code, message.slice(0, second.length + 1)]).toEqual(['not-smime', `${second}:`]);
  });
});

describe('the names of a set', () => {
  const volume = (end: string) => `export-${UUID}.${end}.smime`;

  it('are those up to the highest number, and the last one', () => {
    const beside = [volume('z03'), volume('zip'), 'other.z09.smime', `${volume('z07')}.part`, 'notes.txt'];
    const set = {
      zip: `export-${UUID}.zip`,
      files: [volume('z01'), volume('z02'), volume('z03'), volume('zip')],
    };
    expect(setOfName(volume('z03'), beside)).toEqual(set);
    expect(setOfName(volume('zip'), beside)).toEqual(set);
    expect(setOfName(volume('z100'), [volume('z100')]).files.slice(98)).toEqual(
      ['z99', 'z100', 'zip'].map(volume),
    );
  });

  it('are one where the name is another', () => {
    expect(setOfName('renamed', [volume('z01')])).toEqual({ zip: 'renamed', files: ['renamed'] });
    expect(setOfName('renamed.smime', [])).toEqual({ zip: 'renamed', files: ['renamed.smime'] });
  });

  it('are told up to the tenth where many are missing', () => {
    const missing = Array.from({ length: 12 }, (_, index) => `v${index + 1}`);
    expect(new MissingVolumes(missing).message).toMatch(/missing: v1, .*, v10, and 2 more$/);
    expect(new MissingVolumes(['v1'], () => ' (half)').message).toMatch(
      /This volume is missing: v1 \(half\)$/,
    );
  });
});
