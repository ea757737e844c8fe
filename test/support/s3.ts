import { Miniflare } from 'miniflare';
import { S3_BUCKET, S3_KEY } from './s3-key.ts';

/** An S3 server on the loopback, Cloudflare's own of R2: it checks signatures and checksums, and the sizes of parts as R2 does. */
export interface LoopbackS3 {
  readonly endpoint: string;
  stop(): Promise<void>;
}

export async function startS3(): Promise<LoopbackS3> {
  const contents = 'export default { fetch: () => new Response(null, { status: 404 }) }';
  const server = new Miniflare({
    workers: [
      {
        config: {
          name: 's3',
          compatibilityDate: '2026-03-01',
          manifest: { mainModule: 'index.js', modules: { 'index.js': { type: 'esm', contents } } },
          env: { EXPORTS: { type: 'r2', name: S3_BUCKET, dev: { experimentalS3Credentials: S3_KEY } } },
        },
      },
    ],
  });
  return { endpoint: `${(await server.ready).href}cdn-cgi/local/r2/s3`, stop: () => server.dispose() };
}
