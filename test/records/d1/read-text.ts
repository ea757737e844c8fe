import { DEFLATE_BYTES } from '../../../src/encoding/zip/deflate.ts';
import type { RunBucket } from '../../../src/platform/bucket.ts';
import { TextMissing } from '../../../src/store/large-texts.ts';

/** Bytes asked of R2 at once when a text is read. */
const RANGE_BYTES = 4 * 1024 * 1024;

/**
 * The bytes of a text in chunks of at most 2 MiB, which are deflated in one go; holds 4 MiB. Asks for ranges, so that no answer of R2 stays open while a
 * reader takes its time. Throws TextMissing.
 */
export async function* readText(bucket: RunBucket, key: string, size: number): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < size; offset += RANGE_BYTES) {
    const length = Math.min(RANGE_BYTES, size - offset);
    const object = await bucket.get(key, { range: { offset, length } });
    const bytes = object && new Uint8Array(await object.arrayBuffer());
    if (object?.size !== size || bytes?.length !== length) throw new TextMissing(`no text of ${size} bytes`);
    for (let at = 0; at < length; at += DEFLATE_BYTES) yield bytes.subarray(at, at + DEFLATE_BYTES);
  }
}
