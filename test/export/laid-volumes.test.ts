import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { deflatePiece } from '../../src/encoding/zip/deflate.ts';
import { completeVolume } from '../../src/export/complete-volume.ts';
import { layOutArchive, type LaidOut } from '../../src/export/lay-out.ts';
import type { VolumeContext } from '../../src/export/volume-writer.ts';
import { writeArchive, type Written } from '../../src/export/write-archive.ts';
import type { Cursor } from '../../src/model/cursor.ts';
import type { JobFacts, Plan, SealedVolume } from '../../src/model/protocol.ts';
import type { DeflatedLines, RecordSource } from '../../src/records/source/source.ts';
import { config } from '../support/center.ts';
import { inLength } from '../support/mode.ts';
import { fc } from '../support/property.ts';
import { openedObject, theRecipient } from './run-volumes.ts';

/** A page as a source gives it: stretches of lines, deflated or plain. */
interface Page {
  readonly chunks: readonly { readonly bytes: Uint8Array; readonly whole: boolean }[];
}

/** How a walk is cut into slices: whether it ends behind a page. */
type Cuts = () => boolean;

const RUN = 'laid/1';
const job: JobFacts = {
  ccid: 'laid',
  jobId: 1,
  runId: 2,
  title: 'Laid out',
  type: 'Interaction',
  contactId: null,
  exportType: 'UCS',
  from: null,
  to: null,
  media: null,
  attachments: true,
  splitBytes: null,
  watermark: 0,
  listsDeleted: true,
  filters: [],
};

let certificateDer: Uint8Array;
beforeAll(async () => {
  ({ certificateDer } = await theRecipient());
});

const bytesOf = ({ chunks }: Page): number => chunks.reduce((sum, { bytes }) => sum + bytes.length, 0);

/** What an archive is made of: pages of its data entries, and of `deleted.json`, where it has one, how many records each tells of. */
interface Content {
  readonly entries: readonly (readonly Page[])[];
  readonly deleted: readonly number[] | null;
}

const planOf = ({ entries, deleted }: Content, volumeBytes: number): Plan => {
  const named = { der: Buffer.from(certificateDer).toString('base64'), subject: 'CN=x', fingerprint: 'f' };
  return {
    format: 1,
    uuid: crypto.randomUUID(),
    createdAt: 1_700_000_000_000,
    volumeBytes,
    certificate: { ...named, notAfter: null },
    further: [],
    parts: entries.map((pages, entity) => ({
      kind: 'interactions' as const,
      entity,
      records: pages.length,
      bytes: pages.reduce((sum, page) => sum + bytesOf(page), 0),
    })),
    changes: deleted && { from: 3, to: 900 },
    deleted: deleted && { records: 100, bytes: 10_000 },
    version: 1,
    contacts: null,
  };
};

/** A source of these pages: each is a record of its entry. Bare, it leaves the bytes of what is deflated out. */
const sourceOf = ({ entries, deleted }: Content): Pick<RecordSource, 'page' | 'departed'> => ({
  departed: async (_, after) => {
    const at = after === null ? 0 : (after as unknown as number);
    const told = Array.from({ length: deleted?.[at] ?? 0 }, (__, index) => ({
      kind: 'interactions' as const,
      id: `${at}-${index}-${Math.sin(index)}`,
      change: at * 100 + index,
      at: 0,
      why: 'erased',
    }));
    const next = at + 1 < (deleted?.length ?? 0) ? at + 1 : null;
    return { departed: told, next: next as unknown as Cursor | null };
  },
  page: async (_, { entity }, after, bare = false) => {
    // Only this source makes cursors, and makes them of numbers.
    const at = after === null ? 0 : (after as unknown as number);
    const pages = entries[entity] ?? [];
    return {
      records: 1,
      next: at + 1 < pages.length ? ((at + 1) as unknown as Cursor) : null,
      async *chunks() {
        for (const { bytes, whole } of pages[at]?.chunks ?? []) yield whole ? wholeOf(bytes, bare) : bytes;
      },
    };
  },
});

function wholeOf(bytes: Uint8Array, bare: boolean): DeflatedLines {
  const deflated = deflatePiece(bytes);
  const numbers = { length: deflated.length, bytes: bytes.length, crc: crc32(bytes) };
  return { ...numbers, deflated: bare ? new Uint8Array() : deflated };
}

interface Archive {
  readonly plan: Plan;
  readonly source: RecordSource;
  readonly cuts: Cuts;
}

const walking = ({ plan, source, cuts }: Archive) => ({
  job,
  plan,
  source,
  budget: { page: () => undefined, used: () => cuts() },
  renew: async () => undefined,
});
const preparing = {
  bucket: env.BUCKET,
  wrapKeys: config.wrapKeys,
  run: RUN,
  preparedPrefix: 'prepared/laid/2/',
};
let generation = 0;
const volumeContext = (): VolumeContext => ({
  bucket: env.BUCKET,
  wrapKeys: config.wrapKeys,
  run: RUN,
  artifactPrefix: 'artifacts/laid/2/',
  tailPrefix: 'tail/laid/2/',
  certificates: [certificateDer],
  generation: 1,
  opened: async () => undefined,
});

/** Plain volumes, in their order, with their names. */
async function opened(sealed: readonly SealedVolume[]) {
  const complete = { bucket: env.BUCKET, now: Date.now, renew: async () => undefined };
  const volumes = sealed.toSorted((a, b) => a.volume - b.volume);
  return Promise.all(
    volumes.map(async (volume) => {
      await completeVolume(complete, volume);
      return { name: volume.name, plain: (await openedObject(volume.key)).plain };
    }),
  );
}

async function written(
  archive: Archive,
  from: string | null,
  laid: { readonly volume: number; readonly prepared: LaidOut['prepared'] } | null,
): Promise<{ readonly sealed: readonly SealedVolume[]; readonly exported: Written['exported'] }> {
  const sealed: SealedVolume[] = [];
  for (let checkpoint = from; ;) {
    const context = {
      ...walking(archive),
      volumes: volumeContext(),
      tailName: `${(generation += 1)}`,
      laid: laid && { ...preparing, ...laid },
    };
    const slice = await writeArchive(context, checkpoint);
    sealed.push(...slice.sealed);
    if (slice.checkpoint === null) return { sealed, exported: slice.exported };
    checkpoint = slice.checkpoint;
  }
}

async function laidOut(archive: Archive) {
  const starts: LaidOut['starts'][number][] = [];
  for (let checkpoint: string | null = null; ;) {
    const context = { ...walking(archive), ...preparing, name: `${(generation += 1)}` };
    const slice: LaidOut = await layOutArchive(context, checkpoint, async (laid) => laid);
    starts.push(...slice.starts);
    if (slice.checkpoint === null) return { ...slice, starts };
    checkpoint = slice.checkpoint;
  }
}

const noise = (length: number, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (Math.imul(at + seed, 2_654_435_761) >>> 13) & 0xff);

const page = fc
  .array(fc.record({ length: fc.integer({ min: 1, max: 900 }), seed: fc.nat(), whole: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((chunks): Page => ({
    chunks: chunks.map(({ length, seed, whole }) => ({ bytes: noise(length, seed), whole })),
  }));
const content = fc.record<Content>({
  entries: fc.array(fc.array(page, { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
  deleted: fc.option(fc.array(fc.nat(12), { maxLength: 3 })),
});
const volumeBytes = fc.oneof(fc.integer({ min: 256, max: 800 }), fc.integer({ min: 800, max: 9_000 }));
const cutting = fc.infiniteStream(fc.boolean()).map(
  (stream): Cuts =>
    () =>
      stream.next().value,
);

describe('the volumes of an archive that was laid out', () => {
  it('are those of one chain, whatever the sizes of volumes and pieces, wherever slices end and whoever begins first', async () => {
    await fc.assert(
      fc.asyncProperty(content, volumeBytes, cutting, async (all, size, cuts) => {
        const source = sourceOf(all) as RecordSource; // nothing but pages is asked for
        const archive = { plan: planOf(all, size), source, cuts };
        const chain = await written(archive, null, null);
        const layout = await laidOut(archive);
        expect(layout.volumes).toBe(chain.sealed.length);
        expect(layout.starts.map(({ volume }) => volume)).toEqual(chain.sealed.map(({ volume }) => volume));
        const { prepared } = layout;
        const hands = await Promise.all(
          layout.starts
            .toReversed()
            .map(({ volume, checkpoint }) => written(archive, checkpoint, { volume, prepared })),
        );
        expect(hands.map(({ sealed }) => sealed.length)).toEqual(layout.starts.map(() => 1));
        expect(await opened(hands.flatMap(({ sealed }) => sealed))).toEqual(await opened(chain.sealed));
        const sum = (of: 'records' | 'bytes') =>
          hands.reduce((total, { exported }) => total + exported[of], 0);
        expect({ records: sum('records'), bytes: sum('bytes') }).toEqual(chain.exported);
        expect(layout.laid).toEqual(chain.exported);
      }),
      { numRuns: inLength(12, 400) },
    );
  });

  it('leave nothing plain in what was prepared', async () => {
    const text = Buffer.from('a text that nobody may read '.repeat(20));
    const all = { entries: [[{ chunks: [{ bytes: text, whole: false }] }]], deleted: null };
    const before = (await env.BUCKET.list({ prefix: preparing.preparedPrefix })).objects.map(
      ({ key }) => key,
    );
    await laidOut({ plan: planOf(all, 256), source: sourceOf(all) as RecordSource, cuts: () => false });
    const { objects } = await env.BUCKET.list({ prefix: preparing.preparedPrefix });
    const [own, ...more] = objects.filter(({ key }) => !before.includes(key));
    expect(more).toEqual([]);
    const kept = await (await env.BUCKET.get(own?.key ?? ''))?.arrayBuffer();
    const deflated = Buffer.from(deflatePiece(text));
    expect(Buffer.from(kept ?? new ArrayBuffer()).includes(deflated.subarray(4, 12))).toBe(false);
    expect(kept?.byteLength).toBeGreaterThan(deflated.length);
  });
});
