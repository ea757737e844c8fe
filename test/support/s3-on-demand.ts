import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { startS3, type LoopbackS3 } from './s3.ts';
import { startS3rver } from './s3rver.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** An address that answers the endpoint of an S3 server (s3.ts). */
    readonly s3: string;
    /** The same of another one (s3rver.ts). */
    readonly s3rver: string;
  }
}

const SERVERS = { '/s3': startS3, '/s3rver': startS3rver } as const;

/** Starts S3 servers for the first test that asks for one: tests in workerd cannot do it themselves, and most need none. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const started = new Map<string, Promise<LoopbackS3>>();
  const server = createServer(({ url = '' }, answer) => {
    const start = url === '/s3rver' ? SERVERS[url] : SERVERS['/s3'];
    const one = started.get(url) ?? start();
    started.set(url, one);
    void one.then(({ endpoint }) => answer.end(endpoint));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  provide('s3', `http://127.0.0.1:${address.port}/s3`);
  provide('s3rver', `http://127.0.0.1:${address.port}/s3rver`);
  return async () => {
    server.close();
    await Promise.all([...started.values()].map(async (one) => (await one).stop()));
  };
}
