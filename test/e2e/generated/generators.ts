import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from '../../../scripts/dev/wrangler.ts';

const execute = promisify(execFile);

/** How each generator makes a client of a document in a folder; the file or folder that is imported is `client`. */
const GENERATORS = {
  'hey-api': {
    command: 'openapi-ts',
    argumentsOf: (document: string, folder: string) => ['-i', document, '-o', join(folder, 'client')],
  },
  orval: {
    command: 'orval',
    argumentsOf: (document: string, folder: string, url: string) => {
      const output = { target: join(folder, 'client/api.ts'), client: 'fetch', baseUrl: url };
      const config = join(folder, 'orval.config.mjs');
      writeFileSync(config, `export default ${JSON.stringify({ udm: { input: document, output } })};\n`);
      return ['--config', config];
    },
  },
  'swagger-typescript-api': {
    command: 'swagger-typescript-api',
    argumentsOf: (document: string, folder: string) => [
      'generate',
      '-p',
      document,
      '-o',
      join(folder, 'client'),
      '-n',
      'api.ts',
    ],
  },
} as const;
export type Generator = keyof typeof GENERATORS;
export const GENERATOR_NAMES = Object.keys(GENERATORS) as Generator[]; // the table's own

/**
 * They are no part of the project: together they weigh more than everything that the project needs. Of TypeScript they take what
 * npm finds, and fail with the newest.
 */
const PACKAGES = [
  '@hey-api/openapi-ts@0.99.0',
  'orval@8.38.0',
  'swagger-typescript-api@13.13.0',
  'typescript@5.9.3',
];
const CACHE = join(PROJECT, 'node_modules/.cache/generators', PACKAGES.join('+').replaceAll('/', '-'));

/** Installs the generators, once for these versions; throws with what npm says where the registry is away. */
export async function installedGenerators(): Promise<string> {
  if (existsSync(CACHE)) return CACHE;
  const making = `${CACHE}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  writeFileSync(join(making, 'package.json'), '{ "private": true }\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  await execute('npm', ['install', ...quiet, ...PACKAGES], { cwd: making }).catch((error: unknown) => {
    throw new Error(`the generators could not be installed from npm's registry: ${String(error)}`);
  });
  mkdirSync(dirname(CACHE), { recursive: true });
  renameSync(making, CACHE);
  return CACHE;
}

/** Makes a client in `folder` of an API's document, whose service answers at `url`. */
export async function generate(generator: Generator, document: string, folder: string, url: string) {
  const { command, argumentsOf } = GENERATORS[generator];
  const bin = join(await installedGenerators(), 'node_modules/.bin', command);
  await execute(process.execPath, [bin, ...argumentsOf(document, folder, url)], { cwd: folder });
}
