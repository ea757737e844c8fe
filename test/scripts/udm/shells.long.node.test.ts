import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../../../scripts/dev/wrangler.ts';
import { has } from '../../encoding/outside.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'udm-shells-'));
  mkdirSync(join(folder, 'bin'));
  const udm = join(folder, 'bin/udm');
  writeFileSync(udm, `#!/bin/sh\nexec '${process.execPath}' '${PROJECT}scripts/udm.ts' "$@"\n`);
  chmodSync(udm, 0o755);
  writeFileSync(join(folder, 'archive.zip.smime'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a shell prints that has read the script of `udm completion`. */
function said(shell: string, ...args: readonly string[]): readonly string[] {
  const path = `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  const { stdout, stderr } = spawnSync(shell, args, {
    cwd: folder,
    env: { PATH: path, HOME: folder, TERM: 'dumb' },
    encoding: 'utf8',
  });
  if (stderr) throw new Error(stderr);
  return stdout.split('\n').filter(Boolean);
}

const inBash = (line: string) => {
  const words = line.split(' ');
  const asked = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _udm`;
  return said(
    'bash',
    '--norc',
    '-c',
    `source <(udm completion bash); ${asked}; printf '%s\\n' "\${COMPREPLY[@]}"`,
  );
};

/** zsh completes in a line editor alone, so what the function hands to it is looked at. */
const inZsh = (line: string) => {
  const words = line.split(' ');
  const taking = 'compdef() { : }; compadd() { print -rl -- "${(@P)2}" }; _files() { print -r -- "(files)" }';
  const asked = `words=(${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length}; _udm`;
  return said('zsh', '-f', '-c', `${taking}; source <(udm completion zsh); ${asked}`);
};

const inFish = (line: string) =>
  said('fish', '--no-config', '-c', `udm completion fish | source; complete -C '${line}'`).map(
    (item) => item.split('\t')[0] ?? '',
  );

it.skipIf(!has('zsh'))('the script is enough for a zsh that completed nothing before', () => {
  const script = 'source <(udm completion zsh); print -r -- $_comps[udm]';
  expect(said('zsh', '-f', '-c', script)).toEqual(['_udm']);
});

describe.each([
  ['bash', inBash],
  ['zsh', inZsh],
  ['fish', inFish],
])('completion in %s', (shell, complete) => {
  it.skipIf(!has(shell))('knows commands, options and values, and leaves files to the shell', () => {
    expect(complete('udm jobs c')).toEqual(expect.arrayContaining(['create', 'clone', 'cancel']));
    expect(complete('udm jobs create --spl')).toEqual(['--split-size']);
    expect(complete('udm jobs create --runs w')).toEqual(['weekly']);
    expect(complete('udm users add anna --role aud')).toEqual(['auditor']);
    const files = { bash: [], zsh: ['(files)'], fish: ['archive.zip.smime'] }[shell];
    expect(complete('udm decrypt arch')).toEqual(files);
  });
});
