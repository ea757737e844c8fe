import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PROJECT } from '../../scripts/dev/wrangler.ts';

/** What a build reads; folders of a length of their own, so that a path in a bundle shows. */
const READ = [
  'src',
  'durable',
  'migrations',
  'scripts',
  'package.json',
  'package-lock.json',
  'wrangler.toml',
  'tsconfig.json',
];
const folders = ['udm-build-', 'udm-another-build-'].map((name) => mkdtempSync(join(tmpdir(), name)));
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** The program's SHA-256 and that of every file that is served as it is, of a clean build. */
function built(folder: string): {
  readonly program: string;
  readonly files: Readonly<Record<string, string>>;
} {
  for (const name of READ) cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  expect(existsSync(join(folder, '.web'))).toBe(false);
  const run = (script: string) =>
    execFileSync(process.execPath, [join(folder, 'scripts', script)], { cwd: folder, encoding: 'utf8' });
  run('build.ts');
  const files = readdirSync(join(folder, '.web'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return {
    program: run('bundle.ts').trim(),
    files: Object.fromEntries(
      files.map((file) => [
        file.slice(folder.length),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
    ),
  };
}

it('makes the same program and the same pages of a checkout twice, wherever it lies', () => {
  const [one, other] = folders.map(built);
  expect(one?.program).toMatch(/^[0-9a-f]{64}$/);
  expect(Object.keys(one?.files ?? {}).length).toBeGreaterThan(20);
  expect(other).toEqual(one);
});
