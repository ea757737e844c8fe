import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** What `npm run simulate` comes to. */
export const simulated = (...args: readonly string[]): Promise<{ code: number; output: string }> =>
  playedBy('simulate', ...args);

/** What a command of the lab comes to: its exit code and all that it printed. */
export const playedBy = (
  command: 'simulate' | 'histories',
  ...args: readonly string[]
): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const options = { maxBuffer: MAX_OUTPUT_BYTES };
    const script = fileURLToPath(import.meta.resolve(`../../scripts/lab/${command}.ts`));
    const child = execFile(process.execPath, [script, ...args], options, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: `${stdout}${stderr}` }),
    );
  });
