import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { buildWeb } from '../scripts/build/build-web.ts';
import { testSecrets } from './support/secrets.ts';

/** What takes long: `npm run test:long` runs it, `npm test` leaves it out. */
const LONG = ['test/**/*.long.test.ts', 'test/**/*.long.node.test.ts'];
/** What `npm test` runs in little and `npm run test:long` at length, by vitest's mode. */
const LONGER = [
  'durable/outages',
  'durable/write-points',
  'export/data-sync-model',
  'export/run-sets',
  'http/lists/list-cost',
  'http/routes/fuzz',
  'jobs/bucket-delivery',
  'jobs/clock-jumps',
  'jobs/crowd',
  'jobs/expiry',
  'jobs/selection',
  'jobs/set-back*',
  'jobs/starts',
  'limits/object',
].map((name) => `test/${name}.test.ts`);
const LONGER_IN_NODE = ['test/encoding/zip-programs.node.test.ts'];

/** The longest delay of a message that a queue takes: half a day. */
const NEVER_SECONDS = 43_200;

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

// The Worker's configuration names a folder of assets, which has to be there.
await buildWeb();

/** Files that need an isolate of their own: what others leave in one is counted in them, or what they leave would be in others. */
const ALONE = [
  'durable/*',
  'jobs/set-back*',
  'http/not-configured',
  'http/lists/lists',
  'http/routes/fuzz',
  'limits/*',
  'platform/jurisdiction',
].map((name) => `test/${name}.test.ts`);
const NODE = 'test/**/*.node.test.ts';

/** The same secrets in every isolate of a run: making a key takes a while. */
const secrets = await testSecrets();
const migrations = await readD1Migrations(path('../migrations'));

/** The Worker with its bindings. */
const workerd = () =>
  cloudflareTest({
    wrangler: { configPath: path('../wrangler.toml') },
    miniflare: {
      // Tests carry out messages one by one, so none is delivered while a file runs: consumers of wrangler.toml can be
      // added to here, not taken away. The real queue runs in the node tests.
      queueProducers: {
        QUEUE: { queueName: 'export-slices', deliveryDelay: NEVER_SECONDS },
        STARTS: { queueName: 'export-starts', deliveryDelay: NEVER_SECONDS },
        DELIVERIES: { queueName: 'export-deliveries', deliveryDelay: NEVER_SECONDS },
        COMPACTIONS: { queueName: 'record-compactions', deliveryDelay: NEVER_SECONDS },
      },
      bindings: {
        ...secrets,
        // The tests' clock stands still.
        RATE_LIMIT: '0',
        TEST_MIGRATIONS: migrations,
      },
    },
  });

/** What both projects of tests in workerd have. */
const inWorkerd = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  setupFiles: [path('support/fresh-stores.ts')],
  globalSetup: [path('support/s3-on-demand.ts')],
};

/**
 * Three projects: `worker` and `alone` run inside workerd with real D1, R2, queues and Durable Objects (`*.test.ts`); `node` runs
 * what needs outside programs, files or whole processes (`*.node.test.ts`). Starting an isolate takes seconds, so the files of
 * `worker` share one, emptied before each of them; those of `alone`, and all that takes long, have one each.
 */
export default defineConfig(({ mode }) => {
  const long = mode === 'long';
  return {
    root: path('..'),
    test: {
      // Two at a time: while one waits for workerd, the other computes.
      maxWorkers: 2,
      // What the service logs is shown of tests that fail: many provoke the faults that it tells of.
      silent: 'passed-only',
      reporters: ['default', path('support/reporter.ts')],
      projects: [
        {
          plugins: [workerd()],
          test: {
            ...inWorkerd,
            name: 'worker',
            isolate: false,
            include: long ? [] : ['test/**/*.test.ts'],
            exclude: [NODE, ...ALONE, ...LONG],
          },
        },
        {
          plugins: [workerd()],
          test: {
            ...inWorkerd,
            name: 'alone',
            testTimeout: long ? 600_000 : inWorkerd.testTimeout,
            include: long ? [...LONG, ...LONGER] : ALONE,
            exclude: [NODE, ...(long ? [] : LONG)],
          },
        },
        {
          test: {
            name: 'node',
            include: long ? [...LONG, ...LONGER_IN_NODE] : [NODE],
            exclude: long ? ['test/**/*.long.test.ts'] : LONG,
            testTimeout: 300_000,
            hookTimeout: 300_000,
          },
        },
      ],
    },
  };
});
