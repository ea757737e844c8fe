import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { readArguments, runCommand } from './cli/command.ts';
import { PROJECT } from './dev/wrangler.ts';

const HELP = `npm run lockfile

To be run after "npm install" wherever the registry does not hold the packages of other platforms: npm leaves those out
of package-lock.json, and then refuses "npm ci" on every machine. Puts them back, by name and exact version.
Leaves out what packages would need of which only files are used that their makers built.

  --help    this text`;

/** Of these only the files for browsers are used, which are whole: what they were built of would double "npm ci". */
const BUILT = ['node_modules/@scalar/api-reference'];

const entry = z.looseObject({
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  license: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockfile = z.looseObject({ packages: z.record(z.string(), entry) });
type Entry = z.infer<typeof entry>;

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'windows',
];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', '64'];

await runCommand(async (args) => {
  const { values } = readArguments({ args, options: { help: { type: 'boolean', default: false } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const file = `${PROJECT}package-lock.json`;
  const lock = withoutParts(file);
  const added = Object.entries(lock.packages).flatMap(([path, parent]) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name, version]) => isExact(version) && !isLocked(lock.packages, path, name))
      .map(([name, version]): [string, Entry] => [
        `node_modules/${name}`,
        platformEntry(name, version, parent),
      ]),
  );
  const packages = Object.entries(lock.packages).concat(added);
  // npm keeps them in the order of their paths, the project itself ("") first.
  packages.sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
  console.log(`${added.length} packages of other platforms were put back.`);
  return 0;
});

/** The lockfile, which then names nothing that only `BUILT` packages would need: npm itself removes what nobody asks for. */
function withoutParts(file: string): z.infer<typeof lockfile> {
  const read = () => lockfile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const lock = read();
  const whole = Object.entries(lock.packages)
    .filter(([path, { dependencies }]) => BUILT.includes(path) && dependencies)
    .map(([, one]) => one);
  if (whole.length === 0) return lock;
  for (const one of whole) delete one.dependencies;
  writeFileSync(file, JSON.stringify(lock));
  execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], { cwd: PROJECT });
  return read();
}

function isExact(version: string): boolean {
  return /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);
}

/** Whether `name` is found from `path` as Node finds it: in its own node_modules, or in one further up. */
function isLocked(packages: Readonly<Record<string, Entry>>, path: string, name: string): boolean {
  const folders = path
    .split('/node_modules/')
    .map((_, depth, all) => all.slice(0, depth + 1).join('/node_modules/'));
  return ['', ...folders].some((folder) =>
    Object.hasOwn(packages, `${folder && `${folder}/`}node_modules/${name}`),
  );
}

/** What npm would have written, but for the integrity, which only the registry knows. */
function platformEntry(name: string, version: string, parent: Entry): Entry {
  const words = name.slice(name.indexOf('/') + 1).split('-');
  const system = words.find((word) => SYSTEMS.includes(word));
  const processor = words.find((word) => PROCESSORS.includes(word));
  if (!system || !processor) throw new Error(`The platform of ${name} is not told by its name.`);
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return {
    version,
    cpu: [processor === '64' ? 'x64' : processor],
    ...(parent.dev ? { dev: true } : {}),
    ...(system === 'linux' ? { libc: [libc] } : {}),
    ...(parent.license ? { license: parent.license } : {}),
    optional: true,
    os: [system === 'windows' ? 'win32' : system],
  };
}
