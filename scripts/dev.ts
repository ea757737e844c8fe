import { resolve } from 'node:path';
import { readArguments, readInteger, runCommand, UsageError } from './cli/command.ts';
import { stopSignal } from './cli/signals.ts';
import { checkSettings } from './dev/check-settings.ts';
import { DEMO_LOGIN } from './dev/demo-center.ts';
import { freePort, HOST } from './dev/port.ts';
import { startService } from './dev/service.ts';
import { serveWeb } from './dev/web.ts';
import { PROJECT } from './dev/wrangler.ts';

const HELP = `npm run dev -- [options]

Serves the API on this machine alone, with its database, objects and secrets in one folder.
A new folder gets the contact center "demo" with user demo/demo and OAuth client demo/demo.

  --port N            port of 127.0.0.1 (8787)
  --persist-to DIR    folder that keeps everything (.dev in the project)
  --web               the pages by Vite, rebuilt as their sources change; the port is Vite's
  --inspector-port N  port of the isolate's inspector (any free one)
  --var KEY:VALUE     a variable in place of the one in wrangler.toml; may be repeated
  --help              this text`;

const OPTIONS = {
  port: { type: 'string', default: '8787' },
  'persist-to': { type: 'string', default: `${PROJECT}.dev` },
  web: { type: 'boolean', default: false },
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
    checkSettings(vars, persistTo);
    const port = readInteger('port', values.port, [1, 65_535]);
    const front = `http://${HOST}:${port}`;
    const service = await startService(
      {
        port: values.web ? await freePort() : port,
        inspectorPort:
          inspector === undefined ? undefined : readInteger('inspector-port', inspector, [1, 65_535]),
        persistTo,
        pages: !values.web,
        // Browsers name the address that they see.
        vars: values.web ? [`ORIGIN:${front}`, ...vars] : vars,
        output: 'relayed',
      },
      signal,
    );
    const closeWeb = values.web ? await serveWeb(port, service.url) : null;
    console.log(readyText(closeWeb ? front : service.url, persistTo));
    await service.ended;
    await closeWeb?.();
    if (!signal.aborted) console.error('wrangler dev ended by itself.');
    return signal.aborted ? 0 : 1;
  } catch (error) {
    if (signal.aborted) return 0;
    throw error;
  }
});

/** Where everything is, and how somebody gets in. */
function readyText(url: string, persistTo: string): string {
  const { user, clientId, clientSecret } = DEMO_LOGIN;
  return `Ready: ${url}/udm/v10
  pages          ${url}/
  documentation  ${url}/udm/docs
  sign-in        POST ${url}/auth/v3/oauth/token
                 of a new folder: client ${clientId}, secret ${clientSecret}; user ${user.name}, password ${user.password}
  command line   npm run udm -- login --url ${url}   (or ${url}/udm/cli/udm.mjs)
  kept in        ${persistTo}
Ctrl-C ends it.`;
}
