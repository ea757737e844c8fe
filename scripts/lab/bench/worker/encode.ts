import { startArchive } from '../../../../src/encoding/zip/archive.ts';
import { ArchiveWriter } from '../../../../src/export/archive-writer.ts';
import type { VolumeContext } from '../../../../src/export/volume-writer.ts';
import { PAGE_BYTES } from '../../../../src/records/source/page-size.ts';

/** The largest volume of a run that was not asked to split. */
const VOLUME_BYTES = 512 * 1024 * 1024;

/** The sample: at most 32 MB, bounded by what the driver sends. */
let chunks: readonly Uint8Array[] = [];

/** Takes the records that are encoded later: what comes in is kept in memory in chunks of the export's size. */
export async function load(request: Request): Promise<Response> {
  const all = new Uint8Array(await request.arrayBuffer());
  const count = Math.ceil(all.length / PAGE_BYTES);
  chunks = Array.from({ length: count }, (_, n) => all.slice(n * PAGE_BYTES, (n + 1) * PAGE_BYTES));
  return Response.json({ bytes: all.length });
}

/**
 * Zips and seals the sample `passes` times over, by the very classes of an export, into uploads that go nowhere. The body is the
 * recipient's certificate (DER). Answers how many bytes went in and came out.
 */
export async function encode(request: Request): Promise<Response> {
  const passes = Number(new URL(request.url).searchParams.get('passes'));
  const sink = { bytes: 0 };
  const context = nowhere(new Uint8Array(await request.arrayBuffer()), sink);
  const archive = startArchive({ splitBytes: VOLUME_BYTES, modified: Date.UTC(2025, 0, 1) });
  const writer = new ArchiveWriter(crypto.randomUUID(), context, { archive, volume: null });
  const sample = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  await writer.openEntry('records.json', sample * passes);
  for (let pass = 0; pass < passes; pass += 1) for (const chunk of chunks) await writer.write(chunk);
  await writer.closeEntry();
  await writer.finish();
  return Response.json({ plain: sample * passes, sealed: sink.bytes });
}

/** A bucket that forgets every part at once, and an object that agrees to everything. */
function nowhere(certificateDer: Uint8Array, sink: { bytes: number }): VolumeContext {
  const unused = (): never => {
    throw new Error('the encoder has no use for this call');
  };
  const upload = (key: string): R2MultipartUpload => ({
    key,
    uploadId: 'nowhere',
    uploadPart: async (partNumber, value) => {
      if (!(value instanceof Uint8Array)) throw new TypeError('a part is bytes');
      sink.bytes += value.length;
      return { partNumber, etag: 'none' };
    },
    abort: unused,
    complete: unused,
  });
  return {
    bucket: {
      get: unused,
      head: unused,
      put: unused,
      delete: unused,
      createMultipartUpload: async (key) => upload(key),
      resumeMultipartUpload: upload,
    },
    wrapKeys: [],
    run: 'bench/1',
    artifactPrefix: 'bench/',
    tailPrefix: 'bench/',
    certificates: [certificateDer],
    generation: 1,
    opened: async () => {},
  };
}
