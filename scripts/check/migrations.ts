import { readdirSync, readFileSync } from 'node:fs';
import manifest from '../../package.json' with { type: 'json' };
import { CommandError, runCommand } from '../cli/command.ts';
import { PROJECT } from '../dev/wrangler.ts';
import { intolerable } from './check-migrations.ts';

await runCommand(async () => {
  const folder = `${PROJECT}migrations/`;
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  if (names.length === 0) throw new CommandError('There are no migrations.');
  const migrations = names.map((name) => ({ name, text: readFileSync(folder + name, 'utf8') }));
  const found = intolerable(migrations, manifest.version);
  for (const { migration, what } of found)
    console.error(
      `${migration} ${what}: the version that runs meanwhile would fail. Expand first; contract with "-- contract: NAME unused since VERSION" once an older version has stopped using it.`,
    );
  console.log(`Migrations: ${names.length}, ${found.length} that a running version would not bear`);
  return found.length === 0 ? 0 : 1;
});
