import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PROJECT } from '../dev/wrangler.ts';
import type { FakeCloudflare } from './cloudflare/fake.ts';

/** How a deployment ended. */
export interface Ended {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly output: string;
}

/** A deployment to a double of Cloudflare: `npm run deploy`, or another command on it, in a process of its own, with a folder and a home of its own. */
export class Deploying {
  readonly ended: Promise<Ended>;
  readonly #pid: number;

  constructor(
    fake: FakeCloudflare,
    folder: string,
    {
      command = 'deploy',
      args = [],
      env = {},
    }: { command?: string; args?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
  ) {
    const { PATH } = process.env;
    const child = spawn(
      process.execPath,
      [
        '--no-warnings',
        '--import',
        join(PROJECT, 'scripts/drill/as-deployed.ts'),
        join(PROJECT, `scripts/${command}.ts`),
        '--folder',
        join(folder, 'deploy'),
        ...args,
      ],
      {
        cwd: PROJECT,
        // A group of its own: what it starts is killed with it.
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH,
          HOME: folder,
          CLOUDFLARE_API_BASE_URL: `${fake.url}/api`,
          CLOUDFLARE_API_TOKEN: fake.account.token,
          DRILL_SERVICE: fake.url,
          ...env,
        },
      },
    );
    this.#pid = child.pid ?? 0;
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    this.ended = once(child, 'close').then(() => ({ code: child.exitCode, output }));
  }

  /** Kills it and all that it has started, at once. */
  kill(): void {
    if (this.#pid === 0) return;
    try {
      process.kill(-this.#pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}
