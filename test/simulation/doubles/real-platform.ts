import { Miniflare } from 'miniflare';

/** How local workerd consumes a queue. */
type Consumed = { readonly name: string; readonly maxRetries: number; readonly deadLetterQueue?: string };

/**
 * The platform as it runs locally, with a Worker of a test's own: D1 `DB`, R2 `BUCKET`, the queue `WORK`, and objects `KEPT` of its class
 * `Kept`, if it has one.
 */
export function realPlatform(script: string, consumed: readonly Consumed[] = []): Miniflare {
  const hasObjects = script.includes('class Kept');
  return new Miniflare({
    workers: [
      {
        config: {
          name: 'real',
          compatibilityDate: '2026-03-01',
          manifest: { mainModule: 'index.js', modules: { 'index.js': { type: 'esm', contents: script } } },
          env: {
            DB: { type: 'd1', id: 'db' },
            BUCKET: { type: 'r2', name: 'bucket' },
            WORK: { type: 'queue', name: 'work' },
            ...(hasObjects ? { KEPT: { type: 'durable-object', worker: 'real', exportName: 'Kept' } } : {}),
          },
          ...(hasObjects ? { exports: { Kept: { type: 'durable-object', storage: 'sqlite' } } } : {}),
          triggers: consumed.map((queue) => ({
            type: 'queue',
            maxBatchSize: 1,
            maxBatchTimeout: 0,
            retryDelay: 0,
            ...queue,
          })),
        },
      },
    ],
  });
}
