import { CommandError, runCommand } from '../cli/command.ts';
import { PROJECT } from '../dev/wrangler.ts';
import { checkLayers } from './check-layers.ts';

await runCommand(async () => {
  const { violations, modules, files } = await checkLayers(PROJECT);
  for (const { rule, from, to } of violations)
    console.error(`${rule}: ${from}${to === null ? '' : ` imports ${to}`}`);
  if (modules < files) throw new CommandError(`Only ${modules} of ${files} files were looked at.`);
  console.log(`Layers: ${modules} modules, ${violations.length} violations`);
  return violations.length === 0 ? 0 : 1;
});
