import { runCommand, UsageError } from './cli/command.ts';
import { UDM_COMMANDS } from './udm/commands.ts';

const HELP = `npm run udm -- COMMAND [options]

A small client of the service's HTTP API.

  import         put contact history in
  certificate    upload the certificate that exports are encrypted with
  export         run an export and wait for it
  download       fetch exported files
  decrypt        open downloaded files, join volumes, check them

"npm run udm -- COMMAND --help" tells more.`;

await runCommand(async ([name, ...args]) => {
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(HELP);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(UDM_COMMANDS, name) ? UDM_COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`There is no command "${name}"`);
  if (args.includes('--help')) {
    console.log(command.help);
    return 0;
  }
  return command.run(args);
});
