import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { KINDS } from '../src/model/records.ts';
import { readArguments, readInteger, runCommand, UsageError } from './cli/command.ts';
import { DEFAULT_PERIOD, historyBytes } from './generate/history.ts';

const HELP = `npm run generate -- --out DIR [options]

Writes a made-up contact history as gzip'd JSON Lines, one file a kind. The same seed gives the same records.

  --out DIR           folder for the files
  --interactions N    number of interactions, about 1.2 KB each (1000)
  --seed N            seed (1)
  --help              this text`;

const OPTIONS = {
  out: { type: 'string' },
  interactions: { type: 'string', default: '1000' },
  seed: { type: 'string', default: '1' },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values } = readArguments({ args, options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (!values.out) throw new UsageError('--out is missing');
  const options = {
    ...DEFAULT_PERIOD,
    seed: readInteger('seed', values.seed, [0, 2 ** 31 - 1]),
    interactions: readInteger('interactions', values.interactions, [0, 100_000_000]),
  };
  mkdirSync(values.out, { recursive: true });
  for (const kind of KINDS) {
    const file = join(values.out, `${kind}.jsonl.gz`);
    const bytes = Readable.from(historyBytes(kind, options), { objectMode: false });
    await pipeline(bytes, createGzip(), createWriteStream(file));
    console.log(file);
  }
  return 0;
});
