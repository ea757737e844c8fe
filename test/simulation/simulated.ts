import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SIMULATE = fileURLToPath(import.meta.resolve('../../scripts/lab/simulate.ts'));
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** What `npm run simulate` comes to: its exit code and all that it printed. */
export const simulated = (...args: readonly string[]): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const options = { maxBuffer: MAX_OUTPUT_BYTES };
    const child = execFile(process.execPath, [SIMULATE, ...args], options, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: `${stdout}${stderr}` }),
    );
  });
