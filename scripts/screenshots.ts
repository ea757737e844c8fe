import { mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM, HAS_CHROMIUM } from './cli/chromium.ts';
import { CommandError, readArguments, runCommand } from './cli/command.ts';
import { stopSignal } from './cli/signals.ts';
import { freePort } from './dev/port.ts';
import { startService } from './dev/service.ts';
import { PROJECT } from './dev/wrangler.ts';
import { shootPages } from './screenshots/shoot.ts';
import { fillCenter } from './screenshots/center.ts';

const HELP = `npm run screenshots

Writes src/web/screenshots anew: every page of the web application, light and dark, from a service that it starts in a
temporary folder, with a made-up contact history. Needs ${CHROMIUM}.`;

const OUT = `${PROJECT}src/web/screenshots`;

await runCommand(async (args) => {
  const { values } = readArguments({ args, options: { help: { type: 'boolean', default: false } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (!HAS_CHROMIUM) throw new CommandError(`There is no browser at ${CHROMIUM}.`);
  const signal = stopSignal();
  const folder = mkdtempSync(join(tmpdir(), 'udm-screenshots-'));
  const service = await startService(
    {
      port: await freePort(),
      persistTo: join(folder, 'state'),
      output: openSync(join(folder, 'service.log'), 'a'),
    },
    signal,
  );
  try {
    await fillCenter(service.url, folder, signal);
    mkdirSync(OUT, { recursive: true });
    for await (const file of shootPages(service.url, OUT)) console.log(file);
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
});
