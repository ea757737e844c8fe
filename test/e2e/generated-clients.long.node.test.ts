import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unpack } from '../../scripts/demo/unzip.ts';
import { PROJECT } from '../../scripts/dev/wrangler.ts';
import { DEFAULT_PERIOD, historyBytes, historyLines } from '../../scripts/generate/history.ts';
import { openSealedFile } from '../../src/client/open/open-sealed-file.ts';
import { GENERATOR_NAMES, generate, installedGenerators } from './generated/generators.ts';
import { startedService, type Running } from './service.ts';

const HISTORY = { ...DEFAULT_PERIOD, seed: 8, interactions: 60 };
const PROGRAMS = join(PROJECT, 'test/e2e/generated');
const execute = promisify(execFile);

/** What a program on a generated client is given and answers (`generated/main-job.ts.txt`). */
type MainJob = (given: object) => Promise<readonly { readonly name: string; readonly sealed: Blob }[]>;

let running: Running;
let document: string;
beforeAll(async () => {
  await installedGenerators();
  running = await startedService();
  const { url } = running.service;
  document = join(running.folder, 'v10.json');
  writeFileSync(document, await (await fetch(`${url}/udm/v10/openapi.json`)).text());
});
afterAll(() => running?.stop());

/** Compiles what is in a folder as somebody would who takes types at their word. */
async function compile(folder: string): Promise<void> {
  const lib = ['es2023', 'dom', 'dom.iterable'];
  const names = { module: 'esnext', moduleResolution: 'bundler', types: [] };
  const compilerOptions = { strict: true, noEmit: true, target: 'es2022', lib, ...names };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }));
  const { stdout } = await execute(process.execPath, [
    join(PROJECT, 'node_modules/.bin/tsc'),
    '-p',
    folder,
  ]).catch(
    (error: unknown) => error as { readonly stdout: string }, // execFile's errors carry the output
  );
  expect(stdout).toBe('');
}

it.each(GENERATOR_NAMES)(
  'a client that %s makes compiles in strict mode and does the main job',
  async (generator) => {
    const { url } = running.service;
    const folder = join(running.folder, generator);
    mkdirSync(folder);
    await generate(generator, document, folder, url);
    cpSync(join(PROGRAMS, 'main-job.ts.txt'), join(folder, 'main-job.ts'));
    cpSync(join(PROGRAMS, `${generator}.ts.txt`), join(folder, 'program.ts'));
    await compile(folder);

    const outfile = join(folder, 'program.mjs');
    await build({
      entryPoints: [join(folder, 'program.ts')],
      outfile,
      bundle: true,
      format: 'esm',
      logLevel: 'warning',
    });
    const { mainJob } = (await import(pathToFileURL(outfile).href)) as { readonly mainJob: MainJob };
    const { certificateFile, keyFile } = running.recipient;
    const files = await mainJob({
      url,
      client: 'demo:demo',
      user: 'demo',
      password: 'demo',
      certificate: new Blob([readFileSync(certificateFile)]),
      records: new Blob([...historyBytes('interactions', HISTORY)]),
    });
    expect(files.map(({ name }) => name)).toEqual([expect.stringMatching(/\.zip\.smime$/)]);
    const opened: Uint8Array[] = [];
    const [file] = files;
    if (!file) throw new Error('no file');
    for await (const bytes of openSealedFile(file.sealed.stream(), readFileSync(keyFile, 'utf8')))
      opened.push(bytes);
    const archive = join(folder, 'archive.zip');
    writeFileSync(archive, Buffer.concat(opened));
    const { entries } = unpack(archive, join(folder, 'unpacked'));
    const lines = entries.flatMap(({ name }) =>
      readFileSync(join(folder, 'unpacked', name), 'utf8')
        .trimEnd()
        .split('\n'),
    );
    expect(lines.toSorted()).toEqual([...historyLines('interactions', HISTORY)].toSorted());
  },
);
