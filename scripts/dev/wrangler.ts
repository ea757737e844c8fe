import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError } from '../cli/command.ts';

/** The project's top folder, with a slash at its end. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url).href);

// The package's main entry is its command line; its `bin` would only put one more process between.
const WRANGLER = createRequire(import.meta.url).resolve('wrangler');

/** Nothing asked, nothing sent, nothing fetched, nothing written outside of the persist folder. */
function environment(persistTo: string | null): NodeJS.ProcessEnv {
  const quiet = {
    CI: '1',
    NO_COLOR: '1',
    DO_NOT_TRACK: '1',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_SEND_ERROR_REPORTS: 'false',
    WRANGLER_NO_SKILLS_UPDATE_PROMPTS: 'true',
    WRANGLER_HIDE_BANNER: 'true',
    WRANGLER_WRITE_LOGS: 'false',
  };
  if (persistTo === null) return { ...process.env, ...quiet };
  return {
    ...process.env,
    ...quiet,
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    WRANGLER_REGISTRY_PATH: join(persistTo, 'registry'),
    // The platform ends an isolate at 128 MB, heap and buffers together. workerd here would let garbage pile up far beyond: with
    // its heap held to less than half of that, what is too large there fails here, too. A small young generation is also faster.
    MINIFLARE_WORKERD_V8_FLAGS:
      process.env['MINIFLARE_WORKERD_V8_FLAGS'] ?? '--max-old-space-size=48 --max-semi-space-size=4',
    // Local traces make every call to a Durable Object several times as slow.
    X_LOCAL_OBSERVABILITY: 'false',
  };
}

/** Starts the project's own wrangler as a child in this process's group. `persistTo` is null for remote work. */
export function spawnWrangler(
  args: readonly string[],
  persistTo: string | null,
  stdio: StdioOptions,
): ChildProcess {
  return spawn(process.execPath, ['--no-warnings', WRANGLER, ...args], {
    cwd: PROJECT,
    env: environment(persistTo),
    stdio,
  });
}

/** Runs wrangler to its end and returns what it printed; throws a `CommandError` with the output when it fails. */
export async function runWrangler(
  args: readonly string[],
  persistTo: string | null,
  signal?: AbortSignal,
): Promise<string> {
  signal?.throwIfAborted();
  const child = spawnWrangler(args, persistTo, ['ignore', 'pipe', 'pipe']);
  const stop = () => child.kill('SIGTERM');
  signal?.addEventListener('abort', stop, { once: true });
  // Bounded by what wrangler prints for one statement or one migration: a few KB.
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  if (code !== 0) throw new CommandError(`wrangler ${args.slice(0, 3).join(' ')} failed:\n${output.trim()}`);
  return output;
}
