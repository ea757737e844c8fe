import { resolve } from 'node:path';
import { readArguments, readInteger, runCommand, UsageError } from './cli/command.ts';
import { stopSignal } from './cli/signals.ts';
import { startService } from './dev/service.ts';
import { PROJECT } from './dev/wrangler.ts';

const HELP = `npm run dev -- [options]

Serves the API on this machine alone, with its database, objects and secrets in one folder.
A new folder gets the contact center "demo" with user demo/demo and OAuth client demo/demo.

  --port N            port of 127.0.0.1 (8787)
  --persist-to DIR    folder that keeps everything (.dev in the project)
  --inspector-port N  port of the isolate's inspector (any free one)
  --var KEY:VALUE     a variable in place of the one in wrangler.toml; may be repeated
  --help              this text`;

const OPTIONS = {
  port: { type: 'string', default: '8787' },
  'persist-to': { type: 'string', default: `${PROJECT}.dev` },
  'inspector-port': { type: 'string' },
  var: { type: 'string', multiple: true },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values } = readArguments({ args, options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const vars = values.var ?? [];
  const wrong = vars.find((item) => !/^\w+:/.test(item));
  if (wrong !== undefined) throw new UsageError(`--var takes KEY:VALUE, not "${wrong}"`);
  const signal = stopSignal();
  try {
    const inspector = values['inspector-port'];
    const persistTo = resolve(values['persist-to']);
    const service = await startService(
      {
        port: readInteger('port', values.port, [1, 65_535]),
        inspectorPort:
          inspector === undefined ? undefined : readInteger('inspector-port', inspector, [1, 65_535]),
        persistTo,
        vars,
        output: 'inherit',
      },
      signal,
    );
    console.log(`Ready: ${service.url}/udm/v10 (everything is kept in ${persistTo})`);
    await service.ended;
    if (!signal.aborted) console.error('wrangler dev ended by itself.');
    return signal.aborted ? 0 : 1;
  } catch (error) {
    if (signal.aborted) return 0;
    throw error;
  }
});
