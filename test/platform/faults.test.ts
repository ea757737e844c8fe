import { env } from 'cloudflare:workers';
import { SnapshotGone } from '../../src/records/source/snapshot-gone.ts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RecordUnreadable } from '../../src/records/source/record-unreadable.ts';
import { describeFault, LeaseLost, RunFailure, VolumeSpoiled } from '../../src/export/faults.ts';
import { faultCode, type FaultCode } from '../../src/platform/faults.ts';

const thrown = (call: () => Promise<unknown>): Promise<unknown> =>
  call().then(
    () => null,
    (error: unknown) => error,
  );

describe('faultCode', () => {
  it.each<[string, FaultCode]>([
    ['put: We encountered an internal error. Please try again. (10001)', 'r2-unavailable'],
    ['get: Reduce your rate of simultaneous reads on the same object. (10058)', 'r2-unavailable'],
    ['get: The specified key does not exist. (10007)', 'r2-10007'],
    ['completeMultipartUpload: Your proposed upload is smaller than … (10011)', 'r2-10011'],
    ['completeMultipartUpload: The specified multipart upload does not exist. (10024)', 'r2-10024'],
    ['completeMultipartUpload: One or more of the specified parts could not be found. (10025)', 'r2-10025'],
    ['completeMultipartUpload: All non-trailing parts must have the same length. (10048)', 'r2-10048'],
    ['head: Something new. (10099)', 'r2-other'],
    ['D1_ERROR: D1 DB is overloaded. Too many requests queued.', 'd1-overloaded'],
    ['D1_ERROR: D1 DB exceeded its CPU time limit and was reset.', 'd1-reset'],
    ['D1_ERROR: Internal error in D1 DB storage caused object to be reset.', 'd1-reset'],
    ['D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.', 'd1-reset'],
    ['D1_ERROR: Network connection lost.', 'd1-network'],
    ['D1_ERROR: database or disk is full: SQLITE_FULL', 'd1-full'],
    ['D1_ERROR: Exceeded maximum DB size: SQLITE_ERROR', 'd1-full'],
    ['D1_ERROR: near "SELEC": syntax error at offset 0: SQLITE_ERROR', 'd1-sql'],
    ["D1_TYPE_ERROR: Type 'undefined' not supported for value 'undefined'", 'd1-sql'],
    ['D1_ERROR: internal error', 'd1-other'],
    ['Durable Object is overloaded. Too many requests queued.', 'object-overloaded'],
    ['Durable Object reset because its code was updated.', 'object-reset'],
    ['Internal error in Durable Object storage caused object to be reset.', 'object-reset'],
    ['Unknown Internal Error (15000)', 'queue'],
    ['Queue send failed: Too Many Requests', 'queue'],
    ['Queue sendBatch failed: Bad Gateway', 'queue'],
    ['internal error; reference = 0123abcd', 'platform'],
    ['503 Service Unavailable', 'platform'],
    ['Network connection lost.', 'network'],
    ['The operation timed out', 'timeout'],
    ['The operation was aborted', 'aborted'],
    ['Too many API requests by single worker invocation.', 'limits'],
    ['Worker exceeded memory limit.', 'limits'],
    ['something else', 'unknown'],
  ])('calls %j %s', (message, code) => {
    expect(faultCode(new Error(message))).toBe(code);
  });

  it.each<[unknown, FaultCode]>([
    [new LeaseLost('the lease is taken'), 'lease-lost'],
    [new VolumeSpoiled('a completed volume is gone'), 'volume-spoiled'],
    [new SnapshotGone(), 'snapshot-gone'],
    [new RunFailure('no'), 'run-failure'],
    [new RecordUnreadable('documents', '1'), 'record-unreadable'],
    [z.string().safeParse(1).error, 'shape'],
    [new DOMException('too late', 'TimeoutError'), 'timeout'],
    [new DOMException('broken off', 'AbortError'), 'aborted'],
    [new TypeError('x is not a function'), 'defect'],
    ['a text', 'unknown'],
    [undefined, 'unknown'],
  ])('knows what was thrown by its name: %s', (error, code) => {
    expect(faultCode(error)).toBe(code);
  });

  it('looks through the words that are put around an error of D1, which carry values', () => {
    const cause = new Error('D1_ERROR: Network connection lost.');
    const failed = new Error('Failed query: select ?\nparams: The operation timed out (10024)', { cause });
    expect(faultCode(failed)).toBe('d1-network');
  });

  it('knows the errors of the real R2, D1 and Queues', async () => {
    const upload = await env.BUCKET.createMultipartUpload('faults/gone');
    await upload.abort();
    expect(faultCode(await thrown(() => upload.complete([{ partNumber: 1, etag: 'x' }])))).toBe('r2-10024');
    expect(faultCode(await thrown(() => env.DB.prepare('SELECT nothing FROM nowhere').all()))).toBe('d1-sql');
    expect(faultCode(await thrown(() => env.QUEUE.send('x'.repeat(200_000))))).toBe('queue');
  });
});

describe('describeFault', () => {
  it('tells a user the fault in words, with its code, and nothing of the error itself', () => {
    expect(describeFault(new Error('put: internal error with "John Doe" (10001)'))).toBe(
      'The export met the same fault again and again: R2 did not answer (r2-unavailable).',
    );
    expect(describeFault(new Error('John Doe'))).not.toContain('Doe');
  });
});
