import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { startS3, type LoopbackS3 } from './s3.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** An address that answers the endpoint of an S3 server (s3.ts). */
    readonly s3: string;
  }
}

/** Starts an S3 server for the first test that asks for one: tests in workerd cannot do it themselves, and most need none. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  let started: Promise<LoopbackS3> | null = null;
  const server = createServer((_, answer) => {
    started ??= startS3();
    void started.then(({ endpoint }) => answer.end(endpoint));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  provide('s3', `http://127.0.0.1:${address.port}/`);
  return async () => {
    server.close();
    await (await started)?.stop();
  };
}
