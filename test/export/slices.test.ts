import { Buffer } from 'node:buffer';
import { fc } from '../support/property.ts';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSealedFile } from '../../src/client/open/open-sealed-file.ts';
import { startArchive, NEXT_VOLUME, ZipArchive, type ZipOutput } from '../../src/encoding/zip/archive.ts';
import { crcOf, deflatePiece } from '../../src/encoding/zip/deflate.ts';
import { beginSeal, Sealer } from '../../src/encoding/seal.ts';
import { ArchiveWriter } from '../../src/export/archive-writer.ts';
import { completeVolume } from '../../src/export/complete-volume.ts';
import { VolumeWriter, type VolumeContext } from '../../src/export/volume-writer.ts';
import type { SealedVolume } from '../../src/model/protocol.ts';
import { config } from '../support/center.ts';
import { collect, sealOptions } from '../encoding/sealing.ts';
import { MODIFIED, type EntryPlan } from '../encoding/zipping.ts';
import { manifestEntry, recordPieces } from '../client/open/joining.ts';
import { entriesOfSet, openedObject, theRecipient } from './run-volumes.ts';

const RECORDS = Buffer.concat(recordPieces(60, 120));
const DATA: readonly EntryPlan[] = [
  { name: 'EmailIn-1.json', pieces: [RECORDS] },
  { name: 'Chat-1.json', pieces: [RECORDS.subarray(0, RECORDS.indexOf('\n') + 1)] },
];
const ENTRIES = [...DATA, manifestEntry(DATA)];
const EXPECTED = Object.fromEntries(ENTRIES.map(({ name, pieces }) => [name, Buffer.concat(pieces)]));

/** A way to cut: how long each next piece is, and whether the slice ends behind it. */
interface Cut {
  readonly length: number;
  readonly ends: boolean;
}
const cuts = (least: number, most: number) =>
  fc
    .infiniteStream(fc.record({ length: fc.integer({ min: least, max: most }), ends: fc.boolean() }))
    .map((stream) => (): Cut => stream.next().value);
const splits = fc.integer({ min: 300, max: 4000 });

/** Cuts bytes as `next` says, in the middle of whatever they are. */
function* cut(bytes: Uint8Array, next: () => Cut): Generator<{ piece: Uint8Array; ends: boolean }> {
  for (let at = 0; at < bytes.length;) {
    const { length, ends } = next();
    yield { piece: bytes.subarray(at, at + length), ends };
    at += length;
  }
}

let certificateDer: Uint8Array;
let privateKeyPem: string;
beforeAll(async () => {
  ({ certificateDer, privateKeyPem } = await theRecipient());
});

describe('a slice may end anywhere', () => {
  it('encoders: in a record, a header, a volume, a cipher block, a base64 line', async () => {
    const options = sealOptions(certificateDer);
    await fc.assert(
      fc.asyncProperty(splits, cuts(1, 900), cuts(1, 300), async (splitBytes, texts, seals) => {
        const volumes = await sealedVolumes({ splitBytes, texts, seals, options });
        const opened = await Promise.all(
          volumes.map((volume) => collect(openSealedFile(once(volume), privateKeyPem))),
        );
        for (const volume of opened) expect(volume.length).toBeLessThanOrEqual(splitBytes);
        expect(await entriesOfSet(opened)).toEqual(EXPECTED);
        for (const volume of volumes) expect(unevenLines(volume)).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('writers: what is written to R2 goes on from a checkpoint in JSON', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1000, max: 6000 }), cuts(40, 2000), async (splitBytes, next) => {
        runs += 1;
        const sealed = await writtenInSlices(`slices-${runs}`, splitBytes, next);
        const opened = await Promise.all(sealed.map(({ key }) => openedObject(key)));
        expect(await entriesOfSet(opened.map(({ plain }) => plain))).toEqual(EXPECTED);
        for (const [index, { sealed: file }] of opened.entries()) {
          expect(file.length).toBe(sealed[index]?.size);
          expect(unevenLines(file)).toBe(0);
        }
      }),
      { numRuns: 12 },
    );
  });
});

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Base64 lines, but the last, that do not have 76 characters. */
const unevenLines = (file: Uint8Array): number => {
  const text: string = Buffer.from(file).toString('latin1');
  return text
    .slice(text.indexOf('\n\n') + 2)
    .trimEnd()
    .split('\n')
    .slice(0, -1)
    .filter((line: string) => line.length !== 76).length;
};

/** Writes and seals the entries; zip writer and sealer are made anew from their states in JSON wherever a slice ends. */
async function sealedVolumes(plan: {
  readonly splitBytes: number;
  readonly texts: () => Cut;
  readonly seals: () => Cut;
  readonly options: ReturnType<typeof sealOptions>;
}): Promise<readonly Buffer[]> {
  let zip = new ZipArchive(startArchive({ splitBytes: plan.splitBytes, modified: MODIFIED }));
  const volumes: Uint8Array[][] = [];
  let open: Sealer | null = null;
  const sealPieces = async (from: Iterable<ZipOutput>) => {
    for (const piece of from) {
      if (piece === NEXT_VOLUME) {
        volumes.at(-1)?.push((await open?.final()) ?? Buffer.alloc(0));
        open = null;
        continue;
      }
      if (open === null) {
        const { sealer, head } = beginSeal(plan.options);
        volumes.push([head]);
        open = sealer;
      }
      for (const part of cut(piece, plan.seals)) {
        // A copy: what `update` answers is valid until the next call only.
        volumes.at(-1)?.push(Buffer.from(await open.update(part.piece)));
        if (!part.ends) continue;
        const { sealed, state, secret } = open.suspend();
        volumes.at(-1)?.push(sealed);
        open = Sealer.resume(JSON.parse(JSON.stringify(state)), secret);
      }
    }
  };
  const step = async (from: Iterable<ZipOutput>, ends: boolean) => {
    await sealPieces(from);
    if (ends) zip = new ZipArchive(JSON.parse(JSON.stringify(zip.state)));
  };
  for (const { name, pieces: content } of ENTRIES) {
    await step(zip.openEntry(name, 0), plan.texts().ends);
    for (const { piece, ends } of cut(Buffer.concat(content), plan.texts)) {
      const crc = crcOf(piece, zip.state.open?.crc ?? 0);
      await step(zip.writeDeflated(deflatePiece(piece), { bytes: piece.length, crc }), ends);
    }
    await step(zip.closeEntry(), plan.texts().ends);
  }
  await sealPieces([...zip.finish(), NEXT_VOLUME]);
  return volumes.map((parts) => Buffer.concat(parts));
}

/** Writes the entries with the run's own writers, as many slices as `next` asks for; answers the completed volumes. */
async function writtenInSlices(
  run: string,
  splitBytes: number,
  next: () => Cut,
): Promise<readonly SealedVolume[]> {
  const sealed: SealedVolume[] = [];
  let slice = 1;
  let archive = new ArchiveWriter(run, contextOf(run, slice), {
    archive: startArchive({ splitBytes, modified: MODIFIED }),
    volume: null,
  });
  const sliceEnds = async () => {
    const volume = await archive.suspend(`${slice}`);
    sealed.push(...archive.sealed);
    const checkpoint = JSON.parse(JSON.stringify({ archive: archive.archive, volume }));
    slice += 1;
    const context = contextOf(run, slice);
    const open = checkpoint.volume && (await VolumeWriter.resume(context, checkpoint.volume));
    archive = new ArchiveWriter(run, context, { archive: checkpoint.archive, volume: open });
  };
  for (const { name, pieces: content } of ENTRIES) {
    await archive.openEntry(name, 0);
    if (next().ends) await sliceEnds();
    for (const { piece, ends } of cut(Buffer.concat(content), next)) {
      await archive.write(piece);
      if (ends) await sliceEnds();
    }
    await archive.closeEntry();
    if (next().ends) await sliceEnds();
  }
  await archive.finish();
  sealed.push(...archive.sealed);
  const complete = { bucket: env.BUCKET, now: Date.now, renew: async () => undefined };
  for (const volume of sealed) await completeVolume(complete, volume);
  return sealed;
}

const contextOf = (run: string, generation: number): VolumeContext => ({
  bucket: env.BUCKET,
  wrapKeys: config.wrapKeys,
  run,
  artifactPrefix: `artifacts/${run}/`,
  tailPrefix: `tail/${run}/`,
  certificates: [certificateDer],
  generation,
  opened: async () => undefined,
});
