import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readArguments, runCommand, UsageError } from '../cli/command.ts';
import { stopSignal } from '../cli/signals.ts';
import { takeFixture } from './take-fixture/take.ts';

const HELP = `node scripts/lab/take-fixture.ts --checkout DIR --out FILE

Has the service of another checkout of this project run jobs, begin two runs (one of what changed, one of everything in
volumes), and kills it with SIGKILL in the middle of both. What it leaves behind (tables, objects, files, secrets) is packed
into one zip file, with what the runs' archives have to hold: test/upgrade proves on it that a later commit finishes
them. Takes three to five minutes; the checkout is not written to, and needs its packages installed.

  --checkout DIR  the checkout that begins the runs
  --out FILE      the fixture
  --help          this text`;

const OPTIONS = {
  checkout: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values } = readArguments({ args, options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { checkout, out } = values;
  if (checkout === undefined || out === undefined) throw new UsageError('--checkout and --out are needed.');
  const say = (text: string) => console.log(text);
  const packed = await takeFixture({ checkout: resolve(checkout), say, signal: stopSignal() });
  writeFileSync(out, packed);
  console.log(`${out}: ${(packed.length / 1e6).toFixed(2)} MB`);
  return 0;
});
