import type { D1Migration } from '@cloudflare/vitest-plugin';
import type { Env } from '../../src/index.ts';

declare global {
  namespace Cloudflare {
    interface Env extends WorkerBindings {
      readonly TEST_MIGRATIONS: D1Migration[];
    }
  }
}

type WorkerBindings = Env;
