import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT, runWrangler } from '../../scripts/dev/wrangler.ts';
import { executeSql } from '../../scripts/user/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'udm-limits-'));
beforeAll(() => runWrangler(['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', folder], folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `npm run limits` prints, and its exit code. */
const limits = (...args: string[]) =>
  new Promise<{ readonly code: unknown; readonly text: string }>((resolve) => {
    const command = [join(PROJECT, 'scripts/limits.ts'), ...args, '--persist-to', folder];
    execFile(process.execPath, command, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, text: stdout + stderr }),
    );
  });

describe('npm run limits', () => {
  it('shows what a contact center may have, and changes some of it', async () => {
    expect(await limits('--ccid', 'demo')).toEqual({
      code: 0,
      text: [
        'Limits of contact center demo:',
        '  runs          8',
        '  jobs          10000',
        '  historyItems  10000',
        '  historyDays   RUN_RETENTION_DAYS',
        '  recordBytes   none',
        'No user, client or job of demo is on file: is the name right?',
        '',
      ].join('\n'),
    });
    await limits('--ccid', 'demo', '--set', 'runs=16,jobs=20000');
    await executeSql(
      "INSERT INTO users (ccid, name, name_folded, password_hash, roles, created_at) VALUES ('demo', 'demo', 'demo', '', '[]', 0)",
      { persistTo: folder },
    );
    const changed = await limits('--ccid', 'demo', '--set', 'recordBytes=1000', '--set', 'runs=default');
    expect(changed.text).toContain('runs          8\n');
    expect(changed.text).not.toContain('on file');
    expect(changed.text).toContain('jobs          20000 (default: 10000)\n');
    expect(changed.text).toContain('recordBytes   1000 (default: none)\n');
    expect((await limits('--ccid', 'other')).text).toContain('jobs          10000\n');
  });

  it('refuses what is no limit, with exit code 2', async () => {
    const refused = await limits('--ccid', 'demo', '--set', 'runs=0');
    expect(refused.code).toBe(2);
    expect(refused.text).toContain('runs must be a whole number from 1 to 1000 or "default", not "0"');
  });
});
