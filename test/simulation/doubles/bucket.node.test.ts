import { fc } from '../../support/property.ts';
import type { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BucketDouble } from '../../../scripts/lab/simulate/doubles/bucket.ts';
import { passAtOnce } from '../../../scripts/lab/simulate/doubles/through.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { realPlatform } from './real-platform.ts';

const MIB = 1024 * 1024;
const LEAST_PART = 5 * MIB;

let real: Miniflare;
beforeAll(() => {
  real = realPlatform('export default {}');
});
afterAll(() => real.dispose());

type Step =
  | { readonly kind: 'put' | 'create'; readonly key: string; readonly body: string }
  | { readonly kind: 'get' | 'head' | 'delete'; readonly key: string }
  | { readonly kind: 'range'; readonly key: string; readonly offset: number; readonly length: number }
  | { readonly kind: 'list'; readonly prefix: string; readonly limit: number; readonly after: string }
  | { readonly kind: 'part'; readonly upload: number; readonly number: number; readonly body: string }
  | {
      readonly kind: 'complete';
      readonly upload: number;
      readonly numbers: readonly number[];
      readonly wrong: boolean;
    }
  | { readonly kind: 'abort'; readonly upload: number };

const key = fc.constantFrom('a/1', 'a/2', 'a/10', 'b/1', 'b/ü');
/** Never empty: nobody stores nothing, and a range of nothing is an error of its own. */
const body = fc.string({ minLength: 1, maxLength: 20 });
const upload = fc.nat(2);
const number = fc.integer({ min: 1, max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('put', 'create'), key, body }),
  fc.record({ kind: fc.constantFrom('get', 'head', 'delete'), key }),
  fc.record({
    kind: fc.constant('range'),
    key,
    offset: fc.constant(0),
    length: fc.integer({ min: 1, max: 8 }),
  }),
  fc.record({
    kind: fc.constant('list'),
    prefix: fc.constantFrom('', 'a/', 'b/', 'c'),
    limit: fc.integer({ min: 1, max: 4 }),
    after: fc.constantFrom('', 'a/1', 'b/1'),
  }),
  fc.record({ kind: fc.constant('part'), upload, number, body }),
  fc.record({
    kind: fc.constant('complete'),
    upload,
    numbers: fc.uniqueArray(number, { minLength: 1 }),
    wrong: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('abort'), upload }),
) as fc.Arbitrary<Step>; // literals that the records' types have lost

/** Carries out steps on a bucket; answers what each came to. ETags and ids are each bucket's own. */
async function carriedOut(bucket: R2Bucket, steps: readonly Step[]): Promise<readonly Outcome[]> {
  const uploads: R2MultipartUpload[] = [];
  const etags = new Map<string, string>();
  const outcomes: Outcome[] = [];
  for (const item of steps) outcomes.push(await outcomeOf(() => one(bucket, item, { uploads, etags })));
  return outcomes;
}

const shown = (object: { readonly key: string; readonly size: number } | null) =>
  object && { key: object.key, size: object.size };

async function one(
  bucket: R2Bucket,
  item: Step,
  { uploads, etags }: { uploads: R2MultipartUpload[]; etags: Map<string, string> },
): Promise<unknown> {
  const found = 'upload' in item ? uploads[item.upload] : undefined;
  switch (item.kind) {
    case 'put':
      return shown(await bucket.put(item.key, item.body));
    case 'get':
    case 'range': {
      const range = item.kind === 'range' ? { range: { offset: item.offset, length: item.length } } : {};
      const object = await bucket.get(item.key, range);
      return object && { ...shown(object), text: await object.text() };
    }
    case 'head':
      return shown(await bucket.head(item.key));
    case 'delete':
      return bucket.delete(item.key);
    case 'list':
      return listed(bucket, item);
    case 'create': {
      const begun = await bucket.createMultipartUpload(item.key);
      uploads.push(begun);
      return begun.key;
    }
    case 'part': {
      if (!found) return null;
      const part = await found.uploadPart(item.number, item.body);
      etags.set(`${found.uploadId} ${item.number}`, part.etag);
      return part.partNumber;
    }
    case 'complete': {
      if (!found) return null;
      const parts = item.numbers.map((partNumber) => ({
        partNumber,
        etag: item.wrong ? 'another' : (etags.get(`${found.uploadId} ${partNumber}`) ?? 'none'),
      }));
      return shown(await found.complete(parts));
    }
    case 'abort':
      return found ? found.abort() : null;
  }
}

/** All pages of a list, one behind the other. */
async function listed(bucket: R2Bucket, { prefix, limit, after }: Extract<Step, { kind: 'list' }>) {
  const pages: (string[] | boolean)[] = [];
  let cursor: string | undefined;
  do {
    const from = cursor === undefined ? (after === '' ? {} : { startAfter: after }) : { cursor };
    const page = await bucket.list({ prefix, limit, ...from });
    pages.push(page.objects.map((object) => object.key));
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor !== undefined);
  return pages;
}

describe('the double of R2', () => {
  it('does what R2 does, call by call', { timeout: 120_000 }, async () => {
    const bucket = (await real.getR2Bucket('BUCKET')) as unknown as R2Bucket; // the same interface, by another package
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        for (const { key: left } of (await bucket.list()).objects) await bucket.delete(left);
        const double = new BucketDouble({ passage: passAtOnce, now: Date.now, leastPart: LEAST_PART });
        expect(await carriedOut(double.binding, steps)).toEqual(await carriedOut(bucket, steps));
      }),
      {
        numRuns: 60,
        examples: [
          [
            [
              { kind: 'create', key: 'a/1', body: 'x' },
              { kind: 'abort', upload: 0 },
              { kind: 'abort', upload: 0 },
            ],
          ],
        ],
      },
    );
  });

  it('takes parts of one size but the last, and none too small', async () => {
    const bucket = (await real.getR2Bucket('BUCKET')) as unknown as R2Bucket; // as above
    const double = new BucketDouble({ passage: passAtOnce, now: Date.now, leastPart: LEAST_PART }).binding;
    for (const sizes of [
      [LEAST_PART, 7],
      [LEAST_PART, LEAST_PART + 1, 7],
      [LEAST_PART - 1, 7],
      [LEAST_PART, LEAST_PART + 1],
    ]) {
      const [ours, theirs] = await Promise.all(
        [double, bucket].map((each) => outcomeOf(() => completed(each, sizes))),
      );
      expect(ours, String(sizes)).toEqual(theirs);
    }
  });
});

async function completed(bucket: R2Bucket, sizes: readonly number[]): Promise<number> {
  const begun = await bucket.createMultipartUpload('large');
  const parts: R2UploadedPart[] = [];
  for (const [index, size] of sizes.entries())
    parts.push(await begun.uploadPart(index + 1, new Uint8Array(size)));
  return (await begun.complete(parts)).size;
}
