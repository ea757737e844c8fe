import { Buffer } from 'node:buffer';
import { ContentInfo, EnvelopedData } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentKey } from '../../src/client/open/content-key.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import { carryOut, config, firstRun, importAll, interaction, submit } from '../support/center.ts';
import { MODE } from '../support/mode.ts';
import { recordPieces } from '../client/open/joining.ts';
import { entriesOfSet, newSplitCenter, openedArtifacts, theRecipient } from './run-volumes.ts';

const RECORDS = 700;
/** Volumes of a run; past 99 their numbers have three digits. */
const COUNTS = MODE === 'long' ? [2, 3, 99, 100, 101, 250] : [2, 101];
let ccid: string;
let whole: Readonly<Record<string, string>>;
/** Bytes of the archive in one volume. */
let bytes: number;

/** Records of three entity types, with texts that hardly compress: about 150 KB of archive. */
const records = (): readonly string[] =>
  recordPieces(RECORDS, 300).map((piece, index) => {
    const TEXT = Buffer.from(piece).toString('latin1').trim();
    return interaction(`I${index}`, { ENTITYTYPEID: index % 3, TEXT });
  });

const maxVolumeBytes = (splitBytes: number) => ({ config: { ...config, maxVolumeBytes: splitBytes } });

/** Entries with the job's id taken out of their names; the manifest tells of the run itself and is left out. */
function dataOf(entries: Readonly<Record<string, Buffer>>, job: JobView): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(entries)
      .filter(([name]) => name !== 'manifest.json')
      .map(([name, content]) => [name.replace(`-${job.id}.`, '-.'), content.toString('latin1')]),
  );
}

beforeAll(async () => {
  ccid = await newSplitCenter('sets');
  await importAll(ccid, 'interactions', records());
  const job = await submit(ccid);
  await carryOut(ccid, job);
  const [only, ...more] = await openedArtifacts(ccid, firstRun(job));
  if (!only || more.length > 0) throw new Error('one volume was expected');
  bytes = only.plain.length;
  whole = dataOf(await entriesOfSet([only.plain]), job);
});

describe('a run in volumes', () => {
  it.each(COUNTS)('%i: the entries of the run in one', async (count) => {
    const job = await submit(ccid);
    // Half a volume of room for headers that are not cut.
    const splitBytes = Math.ceil(bytes / (count - 0.5));
    await carryOut(ccid, job, maxVolumeBytes(splitBytes));
    const artifacts = await openedArtifacts(ccid, firstRun(job));
    const [stem = ''] = (artifacts.at(-1)?.name ?? '').split('.zip.smime');
    const ends = Array.from({ length: count - 1 }, (_, index) => `z${String(index + 1).padStart(2, '0')}`);
    expect(artifacts.map(({ name }) => name)).toEqual([...ends, 'zip'].map((end) => `${stem}.${end}.smime`));
    for (const { plain } of artifacts) expect(plain.length).toBeLessThanOrEqual(splitBytes);
    const entries = await entriesOfSet(artifacts.map(({ plain }) => plain));
    expect(dataOf(entries, job)).toEqual(whole);
  });

  it('seals each volume with a key of its own', async () => {
    const job = await submit(ccid);
    await carryOut(ccid, job, maxVolumeBytes(Math.ceil(bytes / 4)));
    const artifacts = await openedArtifacts(ccid, firstRun(job));
    expect(artifacts.length).toBeGreaterThan(3);
    const { privateKeyPem } = await theRecipient();
    const keyOf = async ({ sealed }: (typeof artifacts)[number]) => {
      const der = Buffer.from(sealed.toString('latin1', sealed.indexOf('\n\n')), 'base64');
      const data = AsnConvert.parse(AsnConvert.parse(der, ContentInfo).content, EnvelopedData);
      const recipients = new Uint8Array(AsnConvert.serialize(data.recipientInfos));
      return Buffer.from(await contentKey(recipients, privateKeyPem, 32)).toString('hex');
    };
    const keys = await Promise.all(artifacts.map(keyOf));
    expect(new Set(keys).size).toBe(artifacts.length);
  });
});
