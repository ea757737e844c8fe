import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { runScript } from './run-script.ts';

it.each(['dev', 'user', 'generate', 'demo', 'memory', 'bench', 'chaos', 'large-archive', 'lockfile'])(
  '%s tells its options',
  async (name) => {
    const { code, stdout } = await runScript(name, ['--help'], { folder: tmpdir() });
    expect(code).toBe(0);
    expect(stdout).toContain(`npm run ${name}`);
  },
);

it.each([
  [],
  ['import'],
  ['certificate', 'upload'],
  ['export'],
  ['jobs', 'create'],
  ['download'],
  ['decrypt'],
])('udm %s tells its options', async (...names) => {
  for (const flag of ['-h', '--help']) {
    const { code, stdout } = await runScript('udm', [...names, flag], { folder: tmpdir() });
    expect(code).toBe(0);
    expect(stdout).toContain(['Usage: udm', ...names].join(' '));
  }
});
