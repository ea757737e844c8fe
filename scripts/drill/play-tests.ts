import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PROJECT } from '../dev/wrangler.ts';

/** A drill that is played in workerd by tests of the project. */
export interface Played {
  readonly files: readonly string[];
  /** At length, as `npm run test:long` plays them. */
  readonly long: boolean;
}

const VITEST = join(PROJECT, 'node_modules/vitest/vitest.mjs');

/** Plays tests, whose names tell what was found; answers the exit code. */
export async function playTests({ files, long }: Played, signal: AbortSignal): Promise<number> {
  const config = join(PROJECT, 'test/vitest.config.ts');
  const args = ['run', '--config', config, ...(long ? ['--mode', 'long'] : []), '--reporter=verbose'];
  const child = spawn(process.execPath, [VITEST, ...args, ...files], { cwd: PROJECT, stdio: 'inherit' });
  const end = () => child.kill('SIGTERM');
  signal.addEventListener('abort', end, { once: true });
  await once(child, 'exit');
  signal.removeEventListener('abort', end);
  return child.exitCode ?? 1;
}
