import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PROJECT } from '../../../scripts/dev/wrangler.ts';

/** `udm` in a folder, on its way. */
export interface StartedUdm {
  /** What it has said on stderr so far. */
  said(): string;
  /** Ctrl-C. */
  interrupt(): void;
  /** Waits until it has said this. */
  until(words: string): Promise<void>;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

/** Between two looks, and how many there are: half a minute. */
const LOOK_MS = 20;
const LOOKS = 1_500;

/** How `udm` is started; `stdout` is a file's descriptor where it is not read. */
interface Starting {
  readonly url: string;
  readonly folder: string;
  readonly stdout?: number | 'pipe';
  readonly variables?: Readonly<Record<string, string>>;
}

/** Starts `udm` for a service, signed in by the environment. */
export function startUdm(
  args: readonly string[],
  { url, folder, stdout: out = 'pipe', variables = {} }: Starting,
): StartedUdm {
  const env = {
    ...process.env,
    HOME: folder,
    UDM_CONFIG_DIR: folder,
    UDM_URL: url,
    UDM_CLIENT_ID: 'demo',
    UDM_CLIENT_SECRET: 'demo',
    ...variables,
  };
  const child: ChildProcess = spawn(process.execPath, [join(PROJECT, 'scripts/udm.ts'), ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', out, 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return {
    said: () => stderr,
    interrupt: () => void child.kill('SIGINT'),
    async until(words) {
      for (let look = 0; !stderr.includes(words); look += 1) {
        if (look === LOOKS || child.exitCode !== null) throw new Error(`it said otherwise: ${stderr}`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    },
    ended: once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr })),
  };
}
