import { env } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import { retryingBucket } from '../../src/platform/bucket.ts';
import { isTransient, retrying } from '../../src/platform/retry.ts';

const failing = (times: number, message: string) => {
  let calls = 0;
  return {
    calls: () => calls,
    call: async () => {
      calls += 1;
      if (calls <= times) throw new Error(message);
      return calls;
    },
  };
};

describe('retrying', () => {
  it('tries again what may be the network, and gives up after a bound', async () => {
    expect(await retrying(failing(3, 'Network connection lost.').call)).toBe(4);
    const always = failing(99, 'D1_ERROR: internal error');
    await expect(retrying(always.call)).rejects.toThrow('internal error');
    expect(always.calls()).toBe(4);
  });

  it('begins no try that would come too late', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const slow = failing(99, 'Network connection lost.');
    const call = () => {
      vi.setSystemTime(Date.now() + 1_500);
      return slow.call();
    };
    await expect(retrying(call, 2_000)).rejects.toThrow('lost');
    expect(slow.calls()).toBe(2);
    vi.useRealTimers();
  });

  it('does not try again what another try does not mend', async () => {
    const refused = failing(
      99,
      'completeMultipartUpload: The specified multipart upload does not exist. (10024)',
    );
    await expect(retrying(refused.call)).rejects.toThrow('10024');
    expect(refused.calls()).toBe(1);
  });

  it('knows the refusals of the real R2 and D1', async () => {
    const upload = await env.BUCKET.createMultipartUpload('retry/gone');
    await upload.abort();
    const gone = await upload.complete([{ partNumber: 1, etag: 'x' }]).catch((error: unknown) => error);
    expect(String(gone)).toContain('(10024)');
    expect(isTransient(gone)).toBe(false);
    const wrong = await env.DB.prepare('SELECT nothing FROM nowhere')
      .all()
      .catch((error: unknown) => error);
    expect(isTransient(wrong)).toBe(false);
  });

  it('passes a bucket’s calls on', async () => {
    const bucket = retryingBucket(env.BUCKET);
    const upload = await bucket.createMultipartUpload('retry/a');
    const part = await bucket
      .resumeMultipartUpload('retry/a', upload.uploadId)
      .uploadPart(1, new Uint8Array(3));
    await upload.complete([part]);
    expect((await bucket.head('retry/a'))?.size).toBe(3);
    await bucket.put('retry/b', new Uint8Array(5));
    expect((await (await bucket.get('retry/b'))?.arrayBuffer())?.byteLength).toBe(5);
  });
});
