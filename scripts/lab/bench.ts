import { writeFileSync } from 'node:fs';
import { describeMachine } from './bench/machine.ts';
import { PART_NAMES, PARTS, type PartName } from './bench/parts.ts';
import { tableOf } from './bench/report.ts';
import { readArguments, readInteger, runCommand, UsageError } from '../cli/command.ts';
import { stopSignal } from '../cli/signals.ts';

const HELP = `npm run bench -- [options]

Measures the service on this machine, speed and encode against what a user would do instead (sqlite3, zip and openssl, which
have to be installed), prints a table, and says on stderr how far it is. Source files must not change meanwhile.

  --json FILE     the figures as JSON
  --only A,B      parts to measure: ${PART_NAMES.join(', ')}
  --records N     records of each measurement (each part has its own number)
  --rounds N      rounds in which the service and its rival take turns (5)
  --large         in addition 2 GB of records through import and export
  --help          this text`;

const OPTIONS = {
  json: { type: 'string' },
  only: { type: 'string' },
  records: { type: 'string' },
  rounds: { type: 'string', default: '5' },
  large: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values } = readArguments({ args, options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const usual = PART_NAMES.filter((name) => name !== 'large' || values.large);
  const parts = values.only === undefined ? usual : values.only.split(',').map(partName);
  const settings = {
    ...(values.records === undefined
      ? {}
      : { records: readInteger('records', values.records, [100, 100_000_000]) }),
    rounds: readInteger('rounds', values.rounds, [1, 100]),
    signal: stopSignal(),
    say: (words: string) => console.error(words),
  };
  const report: Record<string, object> = {};
  for (const name of parts) {
    const figures: Readonly<Record<string, object>> = await PARTS[name](settings);
    for (const [section, part] of Object.entries(figures)) report[section] = { ...report[section], ...part };
  }
  const all = { date: new Date().toISOString(), machine: describeMachine(), ...report };
  console.log(tableOf(all));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(all, null, 2)}\n`);
  return 0;
});

function partName(text: string): PartName {
  const found = PART_NAMES.find((name) => name === text);
  if (!found) throw new UsageError(`--only takes ${PART_NAMES.join(', ')}, not "${text}"`);
  return found;
}
