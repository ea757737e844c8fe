import { execFileSync } from 'node:child_process';
import { PROJECT } from './wrangler.ts';

/** The commit that is checked out here; "" where this is no clone, or there is no git. */
export function checkedOut(): string {
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: PROJECT,
      stdio: [...stdio],
      encoding: 'utf8',
    }).trim();
  } catch {
    return '';
  }
}
