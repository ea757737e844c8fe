import { buildWeb } from './build/build-web.ts';
import { bundleDigest } from './build/bundle-digest.ts';
import { runCommand } from './cli/command.ts';
import { stopSignal } from './cli/signals.ts';

const HELP = `npm run --silent bundle

Builds the program of this checkout, as a deployment does, and prints its SHA-256: the one that GET /udm/v10/version of a deployment
shows as "bundle" is that of what runs there. Build the commit that it shows as "changeset", after npm ci, to compare.`;

await runCommand(async (args) => {
  if (args.includes('--help')) console.log(HELP);
  else {
    await buildWeb({ pages: false });
    console.log(await bundleDigest(stopSignal()));
  }
  return 0;
});
