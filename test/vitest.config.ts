import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { buildWeb } from '../scripts/build/build-web.ts';
import { testSecrets } from './support/secrets.ts';

/** What takes long: `npm run test:long` runs it, `npm test` leaves it out. */
const LONG = ['test/**/*.long.test.ts', 'test/**/*.long.node.test.ts'];
/** What `npm test` runs in little and `npm run test:long` at length, by vitest's mode. */
const LONGER = [
  'crowd',
  'set-back',
  'fuzz',
  'data-sync-model',
  'expiry',
  'starts',
  'list-cost',
  'write-points',
  'object',
].map((name) => `test/**/${name}.test.ts`);
const LONGER_IN_NODE = ['zip-programs'].map((name) => `test/**/${name}.node.test.ts`);

/** The longest delay of a message that a queue takes: half a day. */
const NEVER_SECONDS = 43_200;

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

// The Worker's configuration names a folder of assets, which has to be there.
await buildWeb();

/**
 * Two projects: `worker` runs inside workerd with real D1, R2, Queues and Durable Objects (`*.test.ts`); `node` runs
 * what needs outside programs, files or whole processes (`*.node.test.ts`).
 */
export default defineConfig(({ mode }) => ({
  root: path('..'),
  test: {
    // Two at a time: while one waits for workerd, the other computes.
    maxWorkers: 2,
    // What the service logs is shown of tests that fail: many provoke the faults that it tells of.
    silent: 'passed-only',
    reporters: ['default', path('support/reporter.ts')],
    projects: [
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: path('../wrangler.toml') },
            miniflare: {
              // Tests carry out messages one by one, so none is delivered while a file runs: consumers of wrangler.toml can be
              // added to here, not taken away. The real queue runs in the node tests.
              queueProducers: {
                QUEUE: { queueName: 'export-slices', deliveryDelay: NEVER_SECONDS },
                STARTS: { queueName: 'export-starts', deliveryDelay: NEVER_SECONDS },
              },
              bindings: {
                ...(await testSecrets()),
                TEST_MIGRATIONS: await readD1Migrations(path('../migrations')),
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          include: mode === 'long' ? [...LONG, ...LONGER] : ['test/**/*.test.ts'],
          exclude: ['test/**/*.node.test.ts', ...(mode === 'long' ? [] : LONG)],
          setupFiles: [path('support/migrate.ts')],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'node',
          include: mode === 'long' ? [...LONG, ...LONGER_IN_NODE] : ['test/**/*.node.test.ts'],
          exclude: mode === 'long' ? ['test/**/*.long.test.ts'] : LONG,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
}));
