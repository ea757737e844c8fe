import S3rver from '@20minutes/s3rver';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3_BUCKET } from './s3-key.ts';
import type { LoopbackS3 } from './s3.ts';

/**
 * Another S3 server on the loopback, of other people's code: its ETags of uploads are plain MD5s, and it neither lists uploads nor aborts
 * them, so that what is asked of a customer's store is no more than stores have.
 */
export async function startS3rver(): Promise<LoopbackS3> {
  const directory = mkdtempSync(join(tmpdir(), 'udm-s3rver-'));
  const listening = { address: '127.0.0.1', port: 0 };
  const server = new S3rver({
    ...listening,
    silent: true,
    directory,
    configureBuckets: [{ name: S3_BUCKET }],
  });
  const { port } = await server.run();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
