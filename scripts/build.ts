import { runCommand } from './cli/command.ts';
import { buildWeb } from './build/build-web.ts';

await runCommand(async () => {
  for (const file of await buildWeb()) console.log(file);
  return 0;
});
